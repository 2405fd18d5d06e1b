/** What reps write about their leads. */

export const DESCRIPTIONS = [
  'Wholesale enquiry from the trade fair.',
  'Met at the regional business breakfast; wants a quote for all three sites.',
  'Family business in the third generation. Prefers a call over an e-mail.',
  'Came in through the web form, asked about delivery times.',
  'Uses a competitor until the end of the year.',
  'Recommended by another customer.',
  'Growing fast, hiring in two cities.',
  'Asked not to be called before ten.',
  'Price-sensitive. Send the small package first.',
  'Двуязычная команда, договор только на английском.',
  '年度予算は四月に決まる。',
  'Voir avec la direction après les vacances d’été.',
  'Braucht ein Angebot mit ausgewiesener Mehrwertsteuer.',
  'العميل يفضل التواصل بالعربية.',
  'They run two warehouses and one shop, and expect a single invoice a month.\n\nBackground: the previous supplier missed three deliveries in a row. Reliability matters more to them than price; mention our on-time figures.\n\nNext: site visit, then a trial order.',
]

export const NOTES_ON_OPPORTUNITIES = [
  'Waiting for the tasting.',
  'Budget approved, contract with legal.',
  'Wants monthly billing.',
  'Compares us with two others; decision by the end of the quarter.',
  'Second site to follow if the first goes well.',
  'Verlängerung um ein Jahr angefragt.',
]

export const TASKS = [
  'Send the price list',
  'Call back about the quote',
  'Prepare the renewal',
  'Book a demo',
  'Ask for the delivery address',
  'Check the credit limit',
  'Send samples',
  'Follow up on the contract: signature from both managing directors, stamp, and a copy to accounting',
  'Relancer pour le bon de commande',
  '見積書を送る',
]

/** Plain notes, and ones with the markup that the API allows. */
export const NOTES: readonly { note: string; html?: string }[] = [
  { note: 'Called back, wants samples.' },
  { note: 'Left a message with reception.' },
  { note: 'Sehr interessiert, meldet sich nach der Messe.' },
  { note: 'Prefers to be reached in the afternoon.' },
  {
    note: 'Decision by Friday. Budget is fixed.',
    html: '<body><p><strong>Decision by Friday.</strong> Budget is <em>fixed</em>.</p></body>',
  },
  {
    note: 'Open points\nDelivery on Mondays\nOne invoice a month\nContact in accounting',
    html: '<body><h1>Open points</h1><ul><li>Delivery on Mondays</li><li>One invoice a month</li><li>Contact in accounting</li></ul></body>',
  },
  {
    note: 'Their terms are on their site.',
    html: '<body><p>Their terms are on <a href="https://terms.example/">their site</a>.</p></body>',
  },
  { note: 'Ask for < 5 % discount & "free" shipping? Not without the boss.' },
]

export const CALL_NOTES = [
  '',
  '',
  'Asked for the price list.',
  'Not in, try again tomorrow.',
  'Happy with the trial, wants to talk about volumes.',
]

export const EMAILS: readonly { subject: string; body: string }[] = [
  { subject: 'Your enquiry', body: 'Thank you for your interest. Attached is our current price list.' },
  {
    subject: 'Samples on their way',
    body: 'The samples left our warehouse today and arrive within three days.',
  },
  {
    subject: 'Quote for three sites',
    body: 'As discussed, here is the quote for all three sites. It is valid for 30 days.',
  },
  {
    subject: 'Rückfrage zum Angebot',
    body: 'Vielen Dank für das Gespräch. Haben Sie schon Gelegenheit gehabt, das Angebot zu prüfen?',
  },
  {
    subject: 'Renewal',
    body: 'Your contract ends soon. May I call you this week to talk about the next year?',
  },
]

export const MEETINGS = ['Product demo', 'Site visit', 'Kick-off', 'Quarterly review']
