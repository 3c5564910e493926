namespace Gatehouse.Nextcloud.Tools.Tables;

/// <summary>A condition of a view.</summary>
internal sealed record ConditionAnswer(string Column, string Operator, string Value);
