using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.IdentityProviders.Errors;

/// <summary>A value from a provider, or why there is none.</summary>
internal readonly record struct ProviderResult<T>
    where T : class
{
    private readonly T? value;

    private ProviderResult(T? value, ProviderFailure? failure)
    {
        this.value = value;
        Failure = failure;
    }

    /// <summary>Why there is no value; null when there is one.</summary>
    public ProviderFailure? Failure { get; }

    /// <summary>The value; throws when there is none, so look at <see cref="Failure"/> first.</summary>
    public T Value =>
        Failure is null ? value! : throw new InvalidOperationException($"{Failure.Code}: {Failure.Meaning}");

    /// <summary>True with the value, false with the failure.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? result, [NotNullWhen(false)] out ProviderFailure? failure)
    {
        result = value;
        failure = Failure;
        return failure is null;
    }

    public static implicit operator ProviderResult<T>(T value) => new(value, null);

    public static implicit operator ProviderResult<T>(ProviderFailure failure) => new(null, failure);
}
