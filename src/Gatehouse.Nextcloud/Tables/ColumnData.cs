namespace Gatehouse.Nextcloud.Tables;

/// <summary>A column as the API writes it.</summary>
internal sealed record ColumnData(
    long Id,
    long TableId,
    string? Title,
    string? Type,
    string? Subtype,
    bool Mandatory,
    string? Description,
    double? NumberDefault,
    double? NumberMin,
    double? NumberMax,
    string? NumberSuffix,
    string? TextDefault,
    int? TextMaxLength,
    ColumnOption[]? SelectionOptions,
    string? SelectionDefault,
    string? DatetimeDefault
);
