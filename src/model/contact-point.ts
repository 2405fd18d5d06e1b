/** Types of an e-mail, phone or URL of a contact, the default first. Source: contract 10. */
export const CONTACT_POINT_TYPES = ['office', 'mobile', 'home', 'direct', 'fax', 'url', 'other'] as const
