using Gatehouse.DemoCloud.Dav;

namespace Gatehouse.DemoCloud.Objects;

/// <summary>How a PUT ended.</summary>
/// <param name="Error">Why nothing was stored.</param>
/// <param name="Item">What is stored now.</param>
/// <param name="Created">Nothing was there before.</param>
/// <param name="IsAsSent">The stored text is what was sent, so that the client may know its ETag.</param>
/// <param name="Warning">What was mended.</param>
internal sealed record Stored(DavError? Error, StoredObject? Item, bool Created, bool IsAsSent, string? Warning)
{
    public static Stored Not(DavError error) => new(error, null, false, false, null);
}
