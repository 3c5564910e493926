using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.OAuth;

/// <summary>A value, or the protocol's reason why there is none. Only failures a peer or a person caused are results; bugs throw.</summary>
public readonly record struct Result<T>
    where T : notnull
{
    private readonly T? value;

    private Result(T? value, OAuthError? error)
    {
        this.value = value;
        Error = error;
    }

    /// <summary>Why there is no value; null when there is one.</summary>
    public OAuthError? Error { get; }

    /// <summary>The value; throws when there is none, so look at <see cref="Error"/> first.</summary>
    public T Value =>
        Error is null ? value! : throw new InvalidOperationException($"{Error.Code}: {Error.Description}");

    /// <summary>True with the value, false with the error.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? result, [NotNullWhen(false)] out OAuthError? error)
    {
        result = value;
        error = Error;
        return error is null;
    }

    /// <summary>A success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static implicit operator Result<T>(OAuthError error) => new(default, error);
}
