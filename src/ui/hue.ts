export const HUES = ['gray', 'red', 'amber', 'lime', 'green', 'cyan', 'blue', 'violet', 'pink'] as const
export type Hue = (typeof HUES)[number]

/** The hue of a name: always the same one for the same text, never grey. */
export function hueOf(text: string): Hue {
  let hash = 2166136261
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619)
  const colours = HUES.slice(1)
  return colours[(hash >>> 0) % colours.length] ?? 'gray'
}
