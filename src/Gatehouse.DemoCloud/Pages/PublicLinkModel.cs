namespace Gatehouse.DemoCloud.Pages;

/// <summary>The page of a public link.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="Name">Name of what is shared.</param>
/// <param name="Owner">Name of whoever shares it.</param>
/// <param name="Note">What they say about it; empty without a note.</param>
/// <param name="Files">Name and address of each file.</param>
public sealed record PublicLinkModel(
    PageFrame Frame,
    string Name,
    string Owner,
    string Note,
    IReadOnlyList<KeyValuePair<string, string>> Files
);
