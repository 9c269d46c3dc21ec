import type { SyntaxNode } from './node';

/** Every kind a node can have; the position in this list is the number that packed trees store. */
export const nodeKinds = [
  'ERROR',
  'token',
  'aliased_import',
  'argument_list',
  'as_pattern',
  'assert_statement',
  'assignment',
  'attribute',
  'augmented_assignment',
  'await',
  'binary_operator',
  'block',
  'boolean_operator',
  'break_statement',
  'call',
  'case_clause',
  'case_pattern',
  'chevron',
  'class_definition',
  'class_pattern',
  'comparison_operator',
  'complex_pattern',
  'concatenated_string',
  'conditional_expression',
  'constrained_type',
  'continue_statement',
  'decorated_definition',
  'decorator',
  'default_parameter',
  'delete_statement',
  'dict_pattern',
  'dictionary',
  'dictionary_comprehension',
  'dictionary_splat',
  'dictionary_splat_pattern',
  'dotted_name',
  'elif_clause',
  'else_clause',
  'except_clause',
  'exec_statement',
  'expression_list',
  'expression_statement',
  'finally_clause',
  'for_in_clause',
  'for_statement',
  'format_expression',
  'format_specifier',
  'function_definition',
  'future_import_statement',
  'generator_expression',
  'generic_type',
  'global_statement',
  'if_clause',
  'if_statement',
  'import_from_statement',
  'import_prefix',
  'import_statement',
  'interpolation',
  'keyword_argument',
  'keyword_pattern',
  'keyword_separator',
  'lambda',
  'lambda_parameters',
  'list',
  'list_comprehension',
  'list_pattern',
  'list_splat',
  'list_splat_pattern',
  'match_statement',
  'member_type',
  'module',
  'named_expression',
  'nonlocal_statement',
  'not_operator',
  'pair',
  'parameters',
  'parenthesized_expression',
  'parenthesized_list_splat',
  'pass_statement',
  'pattern_list',
  'positional_separator',
  'print_statement',
  'raise_statement',
  'relative_import',
  'return_statement',
  'set',
  'set_comprehension',
  'slice',
  'splat_pattern',
  'splat_type',
  'string',
  'string_content',
  'subscript',
  'try_statement',
  'tuple',
  'tuple_pattern',
  'type',
  'type_alias_statement',
  'type_parameter',
  'typed_default_parameter',
  'typed_parameter',
  'unary_operator',
  'union_pattern',
  'union_type',
  'while_statement',
  'wildcard_import',
  'with_clause',
  'with_item',
  'with_statement',
  'yield',
  'comment',
  'ellipsis',
  'escape_interpolation',
  'escape_sequence',
  'false',
  'float',
  'identifier',
  'integer',
  'line_continuation',
  'none',
  'string_end',
  'string_start',
  'true',
  'type_conversion',
  'as_pattern_target',
] as const;

export type NodeKind = (typeof nodeKinds)[number];

/** Every field name of the grammar; number 0 means that a node stands in no field. */
export const fieldNames = [
  '',
  'alias',
  'alternative',
  'argument',
  'arguments',
  'attribute',
  'body',
  'cause',
  'code',
  'condition',
  'consequence',
  'definition',
  'expression',
  'format_specifier',
  'function',
  'guard',
  'key',
  'left',
  'module_name',
  'name',
  'object',
  'operator',
  'operators',
  'parameters',
  'return_type',
  'right',
  'subject',
  'subscript',
  'superclasses',
  'type',
  'type_conversion',
  'type_parameters',
  'value',
] as const;

export type FieldName = Exclude<(typeof fieldNames)[number], ''>;

export type CompoundStatementKind = 'class_definition' | 'decorated_definition' | 'for_statement' | 'function_definition' | 'if_statement' | 'match_statement' | 'try_statement' | 'while_statement' | 'with_statement';
export type SimpleStatementKind = 'assert_statement' | 'break_statement' | 'continue_statement' | 'delete_statement' | 'exec_statement' | 'expression_statement' | 'future_import_statement' | 'global_statement' | 'import_from_statement' | 'import_statement' | 'nonlocal_statement' | 'pass_statement' | 'print_statement' | 'raise_statement' | 'return_statement' | 'type_alias_statement';
export type ExpressionKind = 'as_pattern' | 'boolean_operator' | 'comparison_operator' | 'conditional_expression' | 'lambda' | 'named_expression' | 'not_operator' | PrimaryExpressionKind;
export type ParameterKind = 'default_parameter' | 'dictionary_splat_pattern' | 'identifier' | 'keyword_separator' | 'list_splat_pattern' | 'positional_separator' | 'tuple_pattern' | 'typed_default_parameter' | 'typed_parameter';
export type PatternKind = 'attribute' | 'identifier' | 'list_pattern' | 'list_splat_pattern' | 'subscript' | 'tuple_pattern';
export type PrimaryExpressionKind = 'attribute' | 'await' | 'binary_operator' | 'call' | 'concatenated_string' | 'dictionary' | 'dictionary_comprehension' | 'ellipsis' | 'false' | 'float' | 'generator_expression' | 'identifier' | 'integer' | 'list' | 'list_comprehension' | 'list_splat' | 'none' | 'parenthesized_expression' | 'set' | 'set_comprehension' | 'string' | 'subscript' | 'true' | 'tuple' | 'unary_operator';

/** The kinds that are statements, simple and compound. */
export const statementKinds: ReadonlySet<NodeKind> = new Set([
  'assert_statement',
  'break_statement',
  'class_definition',
  'continue_statement',
  'decorated_definition',
  'delete_statement',
  'exec_statement',
  'expression_statement',
  'for_statement',
  'function_definition',
  'future_import_statement',
  'global_statement',
  'if_statement',
  'import_from_statement',
  'import_statement',
  'match_statement',
  'nonlocal_statement',
  'pass_statement',
  'print_statement',
  'raise_statement',
  'return_statement',
  'try_statement',
  'type_alias_statement',
  'while_statement',
  'with_statement',
] as const);

/** The fields of each kind: a node, a node or nothing, or (where the grammar repeats the field) a list. */
export interface NodeFields {
  'ERROR': object;
  token: object;
  aliased_import: { alias: SyntaxNode<'identifier'>; name: SyntaxNode<'dotted_name'> };
  argument_list: object;
  as_pattern: { alias: SyntaxNode<'as_pattern_target'> | undefined };
  assert_statement: object;
  assignment: { left: SyntaxNode<PatternKind | 'pattern_list'>; right: SyntaxNode<'assignment' | 'augmented_assignment' | ExpressionKind | 'expression_list' | 'pattern_list' | 'yield'> | undefined; type: SyntaxNode<'type'> | undefined };
  attribute: { attribute: SyntaxNode<'identifier'>; object: SyntaxNode<PrimaryExpressionKind> };
  augmented_assignment: { left: SyntaxNode<PatternKind | 'pattern_list'>; operator: SyntaxNode<'token'>; right: SyntaxNode<'assignment' | 'augmented_assignment' | ExpressionKind | 'expression_list' | 'pattern_list' | 'yield'> };
  await: object;
  binary_operator: { left: SyntaxNode<PrimaryExpressionKind>; operator: SyntaxNode<'token'>; right: SyntaxNode<PrimaryExpressionKind> };
  block: { alternative: readonly SyntaxNode<'case_clause'>[] };
  boolean_operator: { left: SyntaxNode<ExpressionKind>; operator: SyntaxNode<'token'>; right: SyntaxNode<ExpressionKind> };
  break_statement: object;
  call: { arguments: SyntaxNode<'argument_list' | 'generator_expression'>; function: SyntaxNode<PrimaryExpressionKind> };
  case_clause: { consequence: SyntaxNode<'block'>; guard: SyntaxNode<'if_clause'> | undefined };
  case_pattern: object;
  chevron: object;
  class_definition: { body: SyntaxNode<'block'>; name: SyntaxNode<'identifier'>; superclasses: SyntaxNode<'argument_list'> | undefined; type_parameters: SyntaxNode<'type_parameter'> | undefined };
  class_pattern: object;
  comparison_operator: { operators: readonly SyntaxNode<'token'>[] };
  complex_pattern: object;
  concatenated_string: object;
  conditional_expression: object;
  constrained_type: object;
  continue_statement: object;
  decorated_definition: { definition: SyntaxNode<'class_definition' | 'function_definition'> };
  decorator: object;
  default_parameter: { name: SyntaxNode<'identifier' | 'tuple_pattern'>; value: SyntaxNode<ExpressionKind> };
  delete_statement: object;
  dict_pattern: { key: readonly SyntaxNode<'token' | 'class_pattern' | 'complex_pattern' | 'concatenated_string' | 'dict_pattern' | 'dotted_name' | 'false' | 'float' | 'integer' | 'list_pattern' | 'none' | 'splat_pattern' | 'string' | 'true' | 'tuple_pattern' | 'union_pattern'>[]; value: readonly SyntaxNode<'case_pattern'>[] };
  dictionary: object;
  dictionary_comprehension: { body: SyntaxNode<'pair'> };
  dictionary_splat: object;
  dictionary_splat_pattern: object;
  dotted_name: object;
  elif_clause: { condition: SyntaxNode<ExpressionKind>; consequence: SyntaxNode<'block'> };
  else_clause: { body: SyntaxNode<'block'> };
  except_clause: { alias: SyntaxNode<ExpressionKind> | undefined; value: readonly SyntaxNode<ExpressionKind>[] };
  exec_statement: { code: SyntaxNode<'identifier' | 'string'> };
  expression_list: object;
  expression_statement: object;
  finally_clause: object;
  for_in_clause: { left: SyntaxNode<PatternKind | 'pattern_list'>; right: readonly SyntaxNode<'token' | ExpressionKind>[] };
  for_statement: { alternative: SyntaxNode<'else_clause'> | undefined; body: SyntaxNode<'block'>; left: SyntaxNode<PatternKind | 'pattern_list'>; right: SyntaxNode<ExpressionKind | 'expression_list'> };
  format_expression: { expression: SyntaxNode<ExpressionKind | 'expression_list' | 'pattern_list' | 'yield'>; format_specifier: SyntaxNode<'format_specifier'> | undefined; type_conversion: SyntaxNode<'type_conversion'> | undefined };
  format_specifier: object;
  function_definition: { body: SyntaxNode<'block'>; name: SyntaxNode<'identifier'>; parameters: SyntaxNode<'parameters'>; return_type: SyntaxNode<'type'> | undefined; type_parameters: SyntaxNode<'type_parameter'> | undefined };
  future_import_statement: { name: readonly SyntaxNode<'aliased_import' | 'dotted_name'>[] };
  generator_expression: { body: SyntaxNode<ExpressionKind> };
  generic_type: object;
  global_statement: object;
  if_clause: object;
  if_statement: { alternative: readonly SyntaxNode<'elif_clause' | 'else_clause'>[]; condition: SyntaxNode<ExpressionKind>; consequence: SyntaxNode<'block'> };
  import_from_statement: { module_name: SyntaxNode<'dotted_name' | 'relative_import'>; name: readonly SyntaxNode<'aliased_import' | 'dotted_name'>[] };
  import_prefix: object;
  import_statement: { name: readonly SyntaxNode<'aliased_import' | 'dotted_name'>[] };
  interpolation: { expression: SyntaxNode<ExpressionKind | 'expression_list' | 'pattern_list' | 'yield'>; format_specifier: SyntaxNode<'format_specifier'> | undefined; type_conversion: SyntaxNode<'type_conversion'> | undefined };
  keyword_argument: { name: SyntaxNode<'identifier'>; value: SyntaxNode<ExpressionKind> };
  keyword_pattern: object;
  keyword_separator: object;
  lambda: { body: SyntaxNode<ExpressionKind>; parameters: SyntaxNode<'lambda_parameters'> | undefined };
  lambda_parameters: object;
  list: object;
  list_comprehension: { body: SyntaxNode<ExpressionKind> };
  list_pattern: object;
  list_splat: object;
  list_splat_pattern: object;
  match_statement: { body: SyntaxNode<'block'>; subject: readonly SyntaxNode<ExpressionKind>[] };
  member_type: object;
  module: object;
  named_expression: { name: SyntaxNode<'identifier'>; value: SyntaxNode<ExpressionKind> };
  nonlocal_statement: object;
  not_operator: { argument: SyntaxNode<ExpressionKind> };
  pair: { key: SyntaxNode<ExpressionKind>; value: SyntaxNode<ExpressionKind> };
  parameters: object;
  parenthesized_expression: object;
  parenthesized_list_splat: object;
  pass_statement: object;
  pattern_list: object;
  positional_separator: object;
  print_statement: { argument: readonly SyntaxNode<ExpressionKind>[] };
  raise_statement: { cause: SyntaxNode<ExpressionKind> | undefined };
  relative_import: object;
  return_statement: object;
  set: object;
  set_comprehension: { body: SyntaxNode<ExpressionKind> };
  slice: object;
  splat_pattern: object;
  splat_type: object;
  string: object;
  string_content: object;
  subscript: { subscript: readonly SyntaxNode<ExpressionKind | 'slice'>[]; value: SyntaxNode<PrimaryExpressionKind> };
  try_statement: { body: SyntaxNode<'block'> };
  tuple: object;
  tuple_pattern: object;
  type: object;
  type_alias_statement: { left: SyntaxNode<'type'>; right: SyntaxNode<'type'> };
  type_parameter: object;
  typed_default_parameter: { name: SyntaxNode<'identifier'>; type: SyntaxNode<'type'>; value: SyntaxNode<ExpressionKind> };
  typed_parameter: { type: SyntaxNode<'type'> };
  unary_operator: { argument: SyntaxNode<PrimaryExpressionKind>; operator: SyntaxNode<'token'> };
  union_pattern: object;
  union_type: object;
  while_statement: { alternative: SyntaxNode<'else_clause'> | undefined; body: SyntaxNode<'block'>; condition: SyntaxNode<ExpressionKind> };
  wildcard_import: object;
  with_clause: object;
  with_item: { value: SyntaxNode<ExpressionKind> };
  with_statement: { body: SyntaxNode<'block'> };
  yield: object;
  comment: object;
  ellipsis: object;
  escape_interpolation: object;
  escape_sequence: object;
  false: object;
  float: object;
  identifier: object;
  integer: object;
  line_continuation: object;
  none: object;
  string_end: object;
  string_start: object;
  true: object;
  type_conversion: object;
  as_pattern_target: object;
}

/** The `kind.field` pairs that the grammar repeats, so that `field()` answers with a list. */
export const repeatedFields: ReadonlySet<string> = new Set([
  'block.alternative',
  'comparison_operator.operators',
  'dict_pattern.key',
  'dict_pattern.value',
  'except_clause.value',
  'for_in_clause.right',
  'future_import_statement.name',
  'if_statement.alternative',
  'import_from_statement.name',
  'import_statement.name',
  'match_statement.subject',
  'print_statement.argument',
  'subscript.subscript',
]);
