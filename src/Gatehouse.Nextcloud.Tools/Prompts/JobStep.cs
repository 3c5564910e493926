namespace Gatehouse.Nextcloud.Tools.Prompts;

/// <summary>Something to look at, and the tools for it; without any of them the step is left away.</summary>
internal sealed record JobStep(string What, params IReadOnlyList<string> Tools);
