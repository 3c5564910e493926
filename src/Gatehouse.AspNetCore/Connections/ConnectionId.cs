using System.Security.Cryptography;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>The name of a connection, the <c>sid</c> of its tokens: 128 random bits in lower-case hex. Not a secret.</summary>
public readonly record struct ConnectionId
{
    private ConnectionId(string value) => Value = value;

    /// <summary>32 characters.</summary>
    public string Value { get; }

    /// <summary>A fresh one.</summary>
    public static ConnectionId New() => new(RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>Takes one back from a store or a token we signed.</summary>
    public static ConnectionId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
