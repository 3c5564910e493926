using System.Globalization;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.Bench.Servers;

/// <summary>Knows everybody at once, each time somebody new.</summary>
internal sealed class InstantSignIn : ISignIn
{
    private int people;

    public string Name => "door";

    /// <inheritdoc/>
    public string Place => "the bench";

    public Task<SignInStep> StartAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref people).ToString(CultureInfo.InvariantCulture);
        return Task.FromResult<SignInStep>(
            new SignInStep.SignedIn(new Person("https://bench.example", number, $"Person {number}"), Credential: null)
        );
    }

    public Task<SignInStep> ContinueAsync(
        SignInRequest request,
        string state,
        SignInAnswer? answer,
        CancellationToken cancellationToken
    ) => StartAsync(request, cancellationToken);

    public Task<bool> DeleteCredentialAsync(ReadOnlyMemory<byte> credential, CancellationToken cancellationToken) =>
        Task.FromResult(true);
}
