namespace Gatehouse.Testing.Recordings;

/// <summary>One header line as it was on the wire; names keep their letters, some occur twice.</summary>
public sealed record RecordedHeader(string Name, string Value);
