/** What people write to and say with each other about a lead, as its timeline shows it. */

export type Message = { isOurs: boolean; html: string }

/** E-mails to and fro under one subject. `$WE` and `$THEY` stand for the names of the two sides. */
export const EXCHANGES: readonly { subject: string; messages: readonly Message[] }[] = [
  {
    subject: 'Quote for three sites',
    messages: [
      {
        isOurs: true,
        html: '<p>Hi $THEY,</p><p>thank you for your time on the phone. As discussed, here is our offer for <strong>all three sites</strong>:</p><ul><li>Set-up and training: one day per site</li><li>Support by phone, 8:00–18:00</li><li>12 months, then monthly</li></ul><p>The details are on <a href="https://quotes.example/2026-117">your quote page</a>. It is valid for 30 days.</p>',
      },
      {
        isOurs: false,
        html: '<p>Hello $WE,</p><p>thanks, that looks good. Two questions:</p><ol><li>Can the third site start a month later?</li><li>Is there a discount if we pay for the whole year?</li></ol><p>Best,<br>$THEY</p>',
      },
      {
        isOurs: true,
        html: '<p>Hi $THEY,</p><p>yes to both: a later start is no problem, and a year in advance comes with <em>5 %</em> off. I have updated the quote.</p>',
      },
      {
        isOurs: false,
        html: '<div dir="ltr">Great. I pass it on to our finance people and come back to you by Friday.</div>',
      },
    ],
  },
  {
    subject: 'Samples',
    messages: [
      {
        isOurs: false,
        html: '<p>Good morning,</p><p>the samples arrived, but two of the five bags were torn. Could you send those again?</p><img src="https://tracker.example/open.gif?id=117" width="1" height="1" alt="">',
      },
      {
        isOurs: true,
        html: '<p>Dear $THEY,</p><p>I am sorry to hear that. Replacements leave our warehouse <b>today</b>; the number of the parcel is <code>LL-448-2210</code>.</p>',
      },
      {
        isOurs: false,
        html: '<p>Thank you, that was quick!</p><script>alert("not for the reader")</script>',
      },
    ],
  },
  {
    subject: 'Angebot und nächste Schritte',
    messages: [
      {
        isOurs: true,
        html: '<p>Guten Tag $THEY,</p><p>wie besprochen finden Sie anbei unser Angebot mit ausgewiesener Mehrwertsteuer. Passt Ihnen ein Gespräch am Donnerstag um 10 Uhr?</p><p>Viele Grüße<br>$WE</p>',
      },
      {
        isOurs: false,
        html: '<p>Guten Tag,</p><p>Donnerstag passt. Bitte bringen Sie die Unterlagen für den Datenschutz mit – ohne die kann ich nichts unterschreiben.</p>',
      },
    ],
  },
  {
    subject: 'Rendez-vous de démonstration',
    messages: [
      {
        isOurs: true,
        html: '<p>Bonjour $THEY,</p><p>seriez-vous disponible mardi après-midi pour une démonstration de 30 minutes&nbsp;?</p>',
      },
      {
        isOurs: false,
        html: '<p>Bonjour $WE,</p><p>mardi à 15&nbsp;h, c’est parfait. Notre directrice sera là aussi.</p>',
      },
      { isOurs: true, html: '<p>Très bien, l’invitation suit. À mardi&nbsp;!</p>' },
    ],
  },
  {
    subject: 'お見積りの件',
    messages: [
      {
        isOurs: true,
        html: '<p>$THEY 様</p><p>お世話になっております。お見積りをお送りいたします。ご不明な点がございましたらご連絡ください。</p>',
      },
      { isOurs: false, html: '<p>ありがとうございます。社内で検討し、来週ご返信いたします。</p>' },
    ],
  },
  {
    subject: 'Invoice 2026-0042',
    messages: [
      {
        isOurs: false,
        html: '<p>Hi,</p><p>the invoice names the wrong company. Please see the table:</p><table border="1" style="background:url(https://tracker.example/bg.png)"><tr><th>As it is</th><th>As it should be</th></tr><tr><td>Head office</td><td>Warehouse</td></tr></table><p onclick="steal()">Regards, $THEY</p>',
      },
      { isOurs: true, html: '<p>Hi $THEY, corrected and attached. Sorry for the trouble!</p>' },
    ],
  },
  {
    subject: 'Are you still interested?',
    messages: [
      {
        isOurs: true,
        html: '<p>Hi $THEY,</p><p>I have not heard from you for a while. Should I close your file, or is it just a busy time?</p>',
      },
    ],
  },
]

/** Text messages to and fro. */
export const CHATS: readonly (readonly { isOurs: boolean; text: string }[])[] = [
  [
    { isOurs: true, text: 'Hi, this is $WE from Leadlight. Is now a good time to call?' },
    { isOurs: false, text: 'In a meeting till 3, after that is fine' },
    { isOurs: true, text: 'Perfect, talk to you at 3.' },
  ],
  [
    { isOurs: false, text: 'Running 10 min late, sorry!' },
    { isOurs: true, text: 'No problem 🙂' },
  ],
  [
    { isOurs: true, text: 'Your samples are at the front desk.' },
    { isOurs: false, text: 'Got them, thx 👍' },
  ],
  [
    { isOurs: true, text: 'Erinnerung: unser Termin ist morgen um 10 Uhr.' },
    { isOurs: false, text: 'Danke, bis morgen' },
  ],
  [{ isOurs: true, text: 'Could you confirm the delivery address? https://confirm.example/117' }],
]

/** Rich notes that reps take. */
export const RICH_NOTES: readonly string[] = [
  '<h1>Discovery call</h1><p>Spoke with <strong>$THEY</strong>.</p><ul><li>Pays about 1,400 a month today</li><li>Contract ends in autumn</li><li>Decides together with the head of operations</li></ul><p>Next: quote for <em>two</em> sites.</p>',
  '<p>Competitor offered <s>12 %</s> <b>15 %</b> off. We should <u>not</u> follow.</p><hr /><p>Ask for a meeting with finance instead.</p>',
  '<p>Prefers e-mail; phone only <strong>before noon</strong>. Their portal: <a href="https://portal.example/suppliers">suppliers</a></p>',
  '<p>Hat nach Referenzen gefragt:</p><ol><li>Bäckerei Lindner</li><li>Werkzeugbau Krause</li></ol>',
  '<p>決裁者は山田部長。四月以降に再度連絡。</p>',
  '<p>Price is fine, timing is not: no changes before the <span>new warehouse</span> opens.</p>',
]

/** Notes on calls that were answered, and on meetings. */
export const CALL_SUMMARIES: readonly string[] = [
  '<p>Walked through the quote. Wants the third site to start later.</p>',
  '<p>Good talk. <strong>Budget is there</strong>, timing depends on the board.</p>',
  '<p>Asked for references in the same trade.</p>',
  '<p>Wrong person; gave me the number of the purchasing manager.</p>',
  '<p>Not now. Call again after the summer break.</p>',
]

export const MEETING_NOTES: readonly string[] = [
  '<body><p>Showed the product to four people. Most questions were about <em>training</em>.</p></body>',
  '<body><p>Agreed on a trial:</p><ul><li>Starts on the 1st</li><li>One site, five people</li></ul></body>',
  '<body><p>They did not show up; sent a new invitation.</p></body>',
]

/** Results that calls and meetings may have. */
export const OUTCOMES: readonly { name: string; description: string; type: 'custom' | 'vm-dropped' }[] = [
  { name: 'Demo booked', description: 'A date for a demo is agreed.', type: 'custom' },
  { name: 'Interested', description: 'Wants to hear more, no date yet.', type: 'custom' },
  { name: 'Not now', description: 'Ask again in a few months.', type: 'custom' },
  { name: 'Gatekeeper', description: 'Did not get through to the right person.', type: 'custom' },
  { name: 'Left voicemail', description: 'A recorded message was dropped.', type: 'vm-dropped' },
]
