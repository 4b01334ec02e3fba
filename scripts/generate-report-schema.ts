import { forms, tablesOf, valueRows, type TableForm } from '../forms/index.ts';

/** The JSON Schema of what `nianbao export --to json` writes, read off the editions. */
export function generateReportSchema(): Promise<Map<string, string>> {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '政府信息公开工作年度报告',
    description: 'A report as `nianbao export --to json` writes it. Blank and unreadable cells are null.',
    type: 'object',
    required: ['edition', 'title', 'organ', 'year', 'sections', 'tables'],
    additionalProperties: false,
    properties: {
      edition: { enum: forms.map(({ id }) => id) },
      title: { type: 'string' },
      organ: { type: ['string', 'null'] },
      year: { type: ['integer', 'null'] },
      sections: { type: 'array', items: section },
      tables: { type: 'object', additionalProperties: false, properties: tables() },
    },
  };
  return Promise.resolve(new Map([['schemas/report.schema.json', JSON.stringify(schema)]]));
}

const section = {
  type: 'object',
  required: ['id', 'title', 'text'],
  additionalProperties: false,
  properties: {
    id: { enum: [...new Set(forms.flatMap(form => form.sections.map(({ id }) => id))), null] },
    title: { type: 'string' },
    text: { type: 'string' },
  },
};

/** A table has the rows and columns of one edition or of another, never some of both. */
function tables(): Record<string, unknown> {
  const byId = new Map<string, TableForm[]>();
  for (const table of forms.flatMap(tablesOf)) byId.set(table.id, [...(byId.get(table.id) ?? []), table]);
  return Object.fromEntries(
    [...byId].map(([id, editions]) => {
      const kinds = [
        ...new Map(editions.map(table => [JSON.stringify(tableSchema(table)), tableSchema(table)])).values(),
      ];
      return [id, kinds.length === 1 ? kinds[0] : { anyOf: kinds }];
    }),
  );
}

function tableSchema(table: TableForm): object {
  const columns = table.columns.map(({ key }) => key);
  const row = {
    type: 'object',
    required: columns,
    additionalProperties: false,
    properties: Object.fromEntries(columns.map(key => [key, { type: ['number', 'null'] }])),
  };
  const rows = valueRows(table).map(({ key }) => key);
  return {
    type: 'object',
    required: rows,
    additionalProperties: false,
    properties: Object.fromEntries(rows.map(key => [key, row])),
  };
}
