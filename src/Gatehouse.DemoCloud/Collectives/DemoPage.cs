using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Collectives;

/// <summary>A page: its text is a file, here is what the file does not know. A trashed one keeps its text here until it comes back.</summary>
internal sealed record DemoPage(long Id, long CollectiveId, long ParentId, string Title, string Path)
{
    public string? Emoji { get; init; }

    public ImmutableList<long> Tags { get; init; } = [];

    public long? Trashed { get; init; }

    public string? Text { get; init; }

    [JsonIgnore]
    public bool IsLanding => ParentId == 0;

    [JsonIgnore]
    public FilePath File => FilePath.Parse(Path);

    public JsonObject ToJson(DemoCollective collective, Person person, FileNode? file)
    {
        var folder = CollectivesFolder.Of(collective);
        var place = File.Parent == folder ? "" : File.Parent.Value[(folder.Value.Length + 1)..];
        var isThere = Trashed is null || file is not null;
        return new JsonObject
        {
            ["id"] = Id,
            ["slug"] = IsLanding ? "" : Title.Replace(' ', '-'),
            ["lastUserId"] = person.Id,
            ["lastUserDisplayName"] = person.Account.DisplayName,
            ["emoji"] = Emoji,
            ["subpageOrder"] = new JsonArray(),
            ["isFullWidth"] = false,
            ["tags"] = new JsonArray([.. Tags.Select(tag => JsonValue.Create(tag))]),
            ["trashTimestamp"] = Trashed,
            ["title"] = Title,
            ["timestamp"] = file?.Modified ?? Trashed ?? 0,
            ["size"] = file?.Size ?? System.Text.Encoding.UTF8.GetByteCount(Text ?? ""),
            ["fileName"] = isThere ? File.Name : string.Create(CultureInfo.InvariantCulture, $"{File.Name}.d{Trashed}"),
            ["filePath"] = place,
            ["filePathString"] = place,
            ["collectivePath"] = isThere ? folder.Value : null,
            ["parentId"] = isThere ? ParentId : 0,
            ["shareToken"] = null,
            ["linkedPageIds"] = new JsonArray(),
        };
    }
}
