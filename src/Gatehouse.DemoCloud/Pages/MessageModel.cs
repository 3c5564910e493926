namespace Gatehouse.DemoCloud.Pages;

/// <summary>A page that only says something.</summary>
/// <param name="Frame">What surrounds it.</param>
/// <param name="Heading">What happened.</param>
/// <param name="Texts">Paragraphs below.</param>
/// <param name="BackUrl">Address of the way back, if there is one.</param>
public sealed record MessageModel(PageFrame Frame, string Heading, IReadOnlyList<string> Texts, string? BackUrl = null);
