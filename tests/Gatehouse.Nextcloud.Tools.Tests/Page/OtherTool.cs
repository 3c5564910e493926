using System.Collections.Immutable;

namespace Gatehouse.Nextcloud.Tools.Tests.Page;

/// <summary>A tool of the other server.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Ours">The tools that do the same here; none where nothing does.</param>
/// <param name="Remark">Why nothing does, or what is different; empty for nothing to say.</param>
internal sealed record OtherTool(string Name, ImmutableArray<string> Ours, string Remark);
