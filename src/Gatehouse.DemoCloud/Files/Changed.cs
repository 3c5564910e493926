namespace Gatehouse.DemoCloud.Files;

/// <summary>What a change came to: the next tree (none when it was refused) and what to tell the caller.</summary>
internal readonly record struct Changed<T>(FileTree? Tree, T Result);
