namespace Gatehouse.Nextcloud.Tables;

/// <summary>A condition of a view.</summary>
/// <param name="ColumnId">The column; negative ids are facts of the row (-1 id, -2 created by, -3 changed by, -4 created at, -5 changed at).</param>
/// <param name="Operator">
/// <c>begins-with</c>, <c>ends-with</c>, <c>contains</c>, <c>is-equal</c>, <c>is-greater-than</c>, <c>is-greater-than-or-equal</c>,
/// <c>is-lower-than</c>, <c>is-lower-than-or-equal</c>, <c>is-empty</c> and what newer versions know.
/// </param>
/// <param name="Value">The value to compare with.</param>
public sealed record ViewCondition(long ColumnId, string Operator, string Value);
