namespace Gatehouse.Nextcloud.Tables;

/// <summary>What a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Something a newer version of the app knows; it is read and written as it is.</summary>
    Other,

    /// <summary>A line of text.</summary>
    Line,

    /// <summary>Text of several lines, some of it Markdown.</summary>
    Text,

    /// <summary>A link.</summary>
    Link,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A percentage from 0 to 100.</summary>
    Progress,

    /// <summary>0 to 5 stars.</summary>
    Stars,

    /// <summary>One of several options.</summary>
    Selection,

    /// <summary>Any of several options.</summary>
    MultiSelection,

    /// <summary>Yes or no.</summary>
    Check,

    /// <summary>A day and a time.</summary>
    DateTime,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of the day.</summary>
    Time,

    /// <summary>People, groups or teams.</summary>
    People,
}
