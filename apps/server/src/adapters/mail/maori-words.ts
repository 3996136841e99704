/**
 * What the letters say in te reo Māori: all that an ordinary account sees. No speaker has read them yet, and each says
 * so at its end (`letters.ts`). A letter that has no words here comes in English.
 */
import { hello, roa } from './parts.ts';
import type { WordsOf } from './words.ts';

const EHARA = 'Mēnā ehara nāu tēnei tono, waiho noa tēnei īmēra.';
const NGA_MIHI = 'Ngā mihi';

export const MI: WordsOf = {
  verify_email: ({ name, link, minutes }) => ({
    subject: 'Whakaūngia tō īmēra',
    greeting: hello(name),
    paragraphs: [`Nau mai ki KinWise. Whakaūngia tō īmēra mā te hono nei. ${roa(minutes)} te roa o te hono.`],
    action: { label: 'Whakaūngia', url: link },
    closing: EHARA,
  }),
  welcome: ({ name, link }) => ({
    subject: 'Nau mai ki KinWise',
    greeting: hello(name),
    paragraphs: ['Kua whakaūngia tō īmēra. Ka taea te takiuru ināianei.'],
    action: { label: 'Huakina a KinWise', url: link },
    closing: NGA_MIHI,
  }),
  mail_code: ({ name, code, minutes, link }) => ({
    subject: 'Tō waehere takiuru',
    greeting: hello(name),
    paragraphs: [
      'Patohia tēnei waehere ki te wāhi i tonoa ai e koe:',
      `Kotahi anake te whakamahinga. ${roa(minutes)} te roa o te waehere. Kāore rawa a KinWise e tono mai ki tēnei waehere.`,
    ],
    code,
    action: { label: 'Takiuru', url: link },
    closing: EHARA,
  }),
  password_reset: ({ name, link, minutes }) => ({
    subject: 'Tautuhi anō i tō kupuhipa',
    greeting: hello(name),
    paragraphs: [`Tautuhia he kupuhipa hou mā te hono nei. ${roa(minutes)} te roa o te hono.`],
    action: { label: 'Tautuhi anō', url: link },
    closing: EHARA,
  }),
  password_changed: ({ name, link }) => ({
    subject: 'Kua panonihia tō kupuhipa',
    greeting: hello(name),
    paragraphs: ['Kua panonihia tō kupuhipa. Mēnā ehara nāu, tautuhia anō ināianei.'],
    action: { label: 'Tautuhi anō', url: link },
    closing: NGA_MIHI,
  }),
  email_change_confirm: ({ name, new_email, link, minutes }) => ({
    subject: 'Whakaūngia tō īmēra hou',
    greeting: hello(name),
    paragraphs: [
      `E hiahia ana koe ki te takiuru ki KinWise mā ${new_email}. Whakaūngia tō īmēra hou mā te hono nei. ${roa(minutes)} te roa o te hono. Kātahi ka takiputa ō atu pūrere.`,
    ],
    action: { label: 'Whakaūngia', url: link },
    closing: EHARA,
  }),
  email_changed: ({ name, new_email, days, link }) => ({
    subject: 'Kua panonihia tō īmēra',
    greeting: hello(name),
    paragraphs: [
      `Ko ${new_email} te īmēra o tō pūkete KinWise ināianei.`,
      `Mēnā ehara nāu, whakakorehia tēnei panonitanga mā te hono nei. ${ra(days)} te roa o te hono.`,
    ],
    action: { label: 'Whakakorehia', url: link },
    closing: 'Mēnā nāu, kāore he mahi māu.',
  }),
  account_locked: ({ name, link, minutes }) => ({
    subject: 'Kua rakaina te takiuru mō tētahi wā',
    greeting: hello(name),
    paragraphs: [
      `He maha ngā kupuhipa hē i patohia mō tō pūkete. Kua rakaina te takiuru i reira. ${roa(minutes)} te roa.`,
      'Mēnā nāu, wetekina mā te hono nei. Mēnā ehara nāu, waiho kia raka, ā, whakaarohia he kupuhipa roa ake.',
    ],
    action: { label: 'Wetekina', url: link },
    closing: 'Ka noho takiuru tonu ngā pūrere kua takiuru kē.',
  }),
  new_device: ({ name, device, address, at, link }) => ({
    subject: 'He pūrere hou',
    greeting: hello(name),
    paragraphs: [
      `Kua takiuru tētahi ki tō pūkete KinWise mā tētahi pūrere hou: ${[device, at, address].filter((part) => part !== '').join(', ')}.`,
      'Mēnā ehara ko koe, whakamutua taua wāhanga, ka panoni i tō kupuhipa ināianei.',
    ],
    action: { label: 'Tirohia ō pūrere', url: link },
    closing: 'Mēnā ko koe, kāore he mahi māu.',
  }),
  invitation: ({ inviter_name, household_name, message, link, days }) => ({
    subject: `He pōwhiri nā ${inviter_name}: ${household_name}`,
    greeting: 'Kia ora',
    paragraphs: [
      `E pōwhiri ana a ${inviter_name} i a koe ki te kāinga “${household_name}” i KinWise.`,
      ...(message === '' ? [] : [`“${message}”`]),
      `${ra(days)} te roa o te pōwhiri.`,
    ],
    action: { label: 'Tirohia te pōwhiri', url: link },
    closing: 'Mēnā kāore koe e mōhio ki tēnei tangata, waiho noa tēnei īmēra.',
  }),
  export_ready: ({ name, link, hours }) => ({
    subject: 'Kua rite te tārua o ō raraunga',
    greeting: hello(name),
    paragraphs: [
      `Kua rite te tārua o ō raraunga. Tikina i te whārangi Tūmataitinga. ${roa(hours * 60)} te roa, kātahi ka mukua.`,
      'Kei roto ngā mea katoa e pupuri ana a KinWise mōu. Tiakina ki te wāhi kāore e kitea e ētahi atu.',
    ],
    action: { label: 'Tikina te tārua', url: link },
    closing: 'Mēnā ehara nāu tēnei tono, kei roto tētahi atu i tō pūkete: panonihia tō kupuhipa.',
  }),
  deletion_asked: ({ name, link, days, households }) => ({
    subject: 'Ka mukua tō pūkete',
    greeting: hello(name),
    paragraphs: [
      `I tono koe kia mukua tō pūkete KinWise. ${ra(days)} i mua i te mukunga. Kua takiputa koe i ngā wāhi katoa.`,
      ...(households.length === 0
        ? []
        : [`Ka mukua hoki ēnei kāinga, kāore he tangata atu o roto: ${households.join(', ')}.`]),
      'Mēnā ka huri ō whakaaro, takiuru mai i mua i te mukunga, ka pupuri i tō pūkete.',
    ],
    action: { label: 'Takiuru', url: link },
    closing: 'Mēnā ehara nāu tēnei tono, takiuru mai, puritia tō pūkete, ka panoni i tō kupuhipa.',
  }),
  deletion_cancelled: ({ name, link }) => ({
    subject: 'Ka noho tonu tō pūkete',
    greeting: hello(name),
    paragraphs: ['E kore tō pūkete KinWise e mukua.'],
    action: { label: 'Huakina a KinWise', url: link },
    closing: 'Mēnā ehara nāu te whakakorenga, panonihia tō kupuhipa ināianei.',
  }),
};

/** How many days. */
function ra(days: number): string {
  return days === 1 ? 'Kotahi te rā' : `E ${days} rā`;
}
