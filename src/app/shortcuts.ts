/** A key, chord or sequence as `Kbd` takes it, or several that belong together; and what it does. */
export type Shortcut = { keys: readonly string[]; text: string }

export type ShortcutGroup = { name: string; shortcuts: readonly Shortcut[] }

/** All keyboard shortcuts, for the dialog that lists them. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    name: 'Anywhere',
    shortcuts: [
      { keys: ['Mod+K'], text: 'Find a lead or a command' },
      { keys: ['Mod+Z'], text: 'Undo the last change' },
      { keys: ['Mod+Shift+Z'], text: 'Do it again' },
      { keys: ['?'], text: 'These shortcuts' },
      { keys: ['N'], text: 'New lead' },
      { keys: ['/'], text: 'Search leads' },
      { keys: ['G L'], text: 'Go to the leads' },
      { keys: ['G I'], text: 'Go to import' },
      { keys: ['G M'], text: 'Go to merge' },
      { keys: ['G S'], text: 'Go to settings' },
      { keys: ['F8'], text: 'Go to the latest notification' },
    ],
  },
  {
    name: 'Table',
    shortcuts: [
      { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], text: 'Move between cells' },
      { keys: ['Home', 'End'], text: 'First and last cell of the row' },
      { keys: ['Mod+Home'], text: 'First lead' },
      { keys: ['Mod+End'], text: 'Last lead' },
      { keys: ['Enter'], text: 'Open the lead, or edit the cell' },
      { keys: ['F2'], text: 'Edit the cell; typing starts too' },
      { keys: ['Escape'], text: 'Leave the edit and keep the old value' },
      { keys: ['Space'], text: 'Select the lead; with Shift a range' },
      { keys: ['Mod+A'], text: 'Select all leads' },
      { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight'], text: 'On a header: change its width' },
      { keys: ['Mod+Shift+ArrowLeft', 'Mod+Shift+ArrowRight'], text: 'On a header: move it' },
    ],
  },
  {
    name: 'Lead',
    shortcuts: [
      { keys: ['J'], text: 'Next lead' },
      { keys: ['K'], text: 'Previous lead' },
      { keys: ['T'], text: 'Add a task' },
      { keys: ['W'], text: 'Write a note' },
      { keys: ['C'], text: 'Log a call' },
      { keys: ['Mod+Enter'], text: 'In a form: save' },
      { keys: ['Alt+H'], text: 'On a field: who changed it, and when' },
      { keys: ['Escape'], text: 'Close the lead' },
      { keys: ['ArrowUp', 'ArrowDown'], text: 'In the activity: to the one above or below' },
      { keys: ['Backspace'], text: 'In a list of chips: to the last chip, then remove it' },
      { keys: ['ArrowLeft', 'ArrowRight'], text: 'Move between chips' },
    ],
  },
]
