namespace Gatehouse.OAuth;

/// <summary>A scope this server knows, in the words the consent page shows.</summary>
/// <param name="Scope">The token, such as <c>notes.write</c>.</param>
/// <param name="Group">What it belongs to, such as <c>Notes</c>.</param>
/// <param name="Sentence">What a client may then do, such as <c>Create, change and delete your notes</c>.</param>
/// <param name="Implies">A narrower scope that comes with it, such as <c>notes.read</c>.</param>
public sealed record SupportedScope(Scope Scope, string Group, string Sentence, Scope? Implies = null)
{
    /// <summary>The same in a few words, such as <c>Change notes</c>, for pages with many scopes.</summary>
    public string Title { get; init; } = Sentence;
}
