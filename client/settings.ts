/** The setting that says how much each rule weighs. */
export const RULES_SETTING = 'nianbao.rules';
