namespace Gatehouse.DemoCloud.Objects;

/// <summary>What a change came to: the next state (none when it was refused) and what to tell the caller.</summary>
internal readonly record struct Step<T>(ObjectsState? Next, T Result);
