using System.ComponentModel;
using Gatehouse.Nextcloud.Talk;

namespace Gatehouse.Nextcloud.Tools.Talk;

/// <summary>A file in a message.</summary>
internal sealed record ChatFileItem(
    string Name,
    string FileId,
    [property: Description("Where this person has it.")] string? Path = null,
    string? MediaType = null
)
{
    public static ChatFileItem Of(ChatFile file) =>
        new(file.Name, file.Id, file.Path is { } path ? "/" + path.TrimStart('/') : null, file.MediaType);
}
