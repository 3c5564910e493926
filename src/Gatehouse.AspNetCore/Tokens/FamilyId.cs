using System.Security.Cryptography;

namespace Gatehouse.AspNetCore.Tokens;

/// <summary>The name of a token family: the chain of refresh tokens that began with one code.</summary>
public readonly record struct FamilyId
{
    private FamilyId(string value) => Value = value;

    /// <summary>32 characters of lower-case hex.</summary>
    public string Value { get; }

    /// <summary>A fresh one.</summary>
    public static FamilyId New() => new(RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>Takes one back from a store.</summary>
    public static FamilyId Of(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
