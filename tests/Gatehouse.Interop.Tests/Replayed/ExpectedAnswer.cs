using System.Text.Json.Nodes;

namespace Gatehouse.Interop.Tests.Replayed;

/// <summary>What a client needs of an answer. In texts, <c>*</c> stands for anything that is not empty.</summary>
internal sealed record ExpectedAnswer
{
    /// <summary>The HTTP status; not looked at for a redirect back to the client.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Parameters of the challenge.</summary>
    public IReadOnlyDictionary<string, string> Challenge { get; init; } = new Dictionary<string, string>();

    /// <summary>Members of the JSON; objects may hold more, lists not.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>Members the JSON must not have.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>Words of the body, or of the page the person sees first.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>Where the answer of a sign-in goes, without its parameters; null when the person is to stay on a page.</summary>
    public string? Redirect { get; init; }

    /// <summary>Parameters of that address; null for one that must not be there.</summary>
    public IReadOnlyDictionary<string, string?> Parameters { get; init; } = new Dictionary<string, string?>();
}
