using System.Globalization;
using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Notes;

/// <summary>A note is a Markdown file below the notes folder: its category is the folder, its title the name without the ending.</summary>
internal sealed record Note(FileNode File, string Content)
{
    public long Id => File.Id;

    public string Title => Path.GetFileNameWithoutExtension(File.Path.Name);

    public string Category =>
        File.Path.Parent.Value is { Length: > 5 } folder ? folder[(NotesFolder.Name.Length + 1)..] : "";

    /// <summary>Not the file's ETag: it changes with star, title and category too.</summary>
    public string ETag =>
        Answers.ETagOf(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{File.ETag} {File.Path} {File.Favorite} {File.Modified} {Content.Length}"
            )
        );

    /// <summary>As JSON without the members in <paramref name="exclude"/>; id and ETag stay, as in the real one.</summary>
    public JsonObject ToJson(IReadOnlyCollection<string> exclude)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["title"] = Title,
            ["modified"] = File.Modified,
            ["category"] = Category,
            ["favorite"] = File.Favorite,
            ["readonly"] = false,
            ["internalPath"] = File.Path.ToString(),
            ["shareTypes"] = new JsonArray(),
            ["isShared"] = false,
            ["error"] = false,
            ["errorType"] = "",
            ["content"] = Content,
            ["etag"] = ETag,
        };
        foreach (var member in exclude.Where(member => member is not ("id" or "etag")))
        {
            _ = json.Remove(member);
        }

        return json;
    }
}
