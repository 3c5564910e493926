using System.Collections.Immutable;
using System.Globalization;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>A calendar or an address book.</summary>
internal sealed record ObjectCollection
{
    public const string TokenPrefix = "http://sabre.io/ns/sync/";

    /// <summary>User id of the owner.</summary>
    public required string Owner { get; init; }

    /// <summary>Name in the owner's home, e.g. <c>personal</c>.</summary>
    public required string Uri { get; init; }

    /// <summary>Kinds of objects it takes, e.g. VEVENT.</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    /// <summary>What people set, by <c>{namespace}name</c>.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>In the order of their making; those in the trash bin among them.</summary>
    public ImmutableList<StoredObject> All { get; init; } = [];

    public ImmutableList<ObjectShare> Shares { get; init; } = [];

    public ImmutableList<ObjectChange> Changes { get; init; } = [];

    public long SyncToken { get; init; } = 1;

    /// <summary>The server fills it; nobody writes.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>Scheduling messages that came in; no calendar of the home.</summary>
    public bool IsInbox { get; init; }

    /// <summary>Anybody who knows the link may read.</summary>
    public bool IsPublished { get; init; }

    /// <summary>When the whole of it went to the trash bin, Unix seconds.</summary>
    public long? Deleted { get; init; }

    public IEnumerable<StoredObject> Objects => All.Where(one => one.Deleted is null);

    public StoredObject? Find(string name) => All.Find(one => one.Deleted is null && one.Name == name);

    public ObjectCollection With(StoredObject item)
    {
        var index = All.FindIndex(one => one.Id == item.Id);
        return Changed(item.Name, item.Deleted is not null) with
        {
            All = index < 0 ? All.Add(item) : All.SetItem(index, item),
        };
    }

    public ObjectCollection Without(StoredObject item) =>
        (item.Deleted is null ? Changed(item.Name, isDeleted: true) : this) with
        {
            All = All.RemoveAll(one => one.Id == item.Id),
        };

    public string Token => TokenPrefix + SyncToken.ToString(CultureInfo.InvariantCulture);

    private ObjectCollection Changed(string name, bool isDeleted) =>
        this with
        {
            SyncToken = SyncToken + 1,
            Changes = Changes.Add(new ObjectChange(SyncToken + 1, name, isDeleted)),
        };
}
