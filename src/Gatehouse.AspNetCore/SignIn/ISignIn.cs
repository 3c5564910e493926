namespace Gatehouse.AspNetCore.SignIn;

/// <summary>A way to find out who the person is: Nextcloud's Login Flow, OpenID Connect, OAuth without it.</summary>
public interface ISignIn
{
    /// <summary>Where the person will sign in, to be read after "at", such as <c>your Nextcloud, cloud.example.com</c>.</summary>
    string Place { get; }

    /// <summary>Begins.</summary>
    Task<SignInStep> StartAsync(SignInRequest request, CancellationToken cancellationToken);

    /// <summary>Looks whether it is over; called whenever the person's waiting page asks, never twice at once for one sign-in on a node.</summary>
    /// <param name="request">The same as at the start.</param>
    /// <param name="state">What the last <see cref="SignInStep.Waiting"/> carried.</param>
    /// <param name="cancellationToken">Ends it before anything was taken; once the answer is being taken it is not looked at.</param>
    Task<SignInStep> ContinueAsync(SignInRequest request, string state, CancellationToken cancellationToken);

    /// <summary>Looks whose a name and a password are, where people send them with each request and the operator allows it.</summary>
    /// <returns>
    /// The person and the credential; a failure when that cannot be said now; null when they are nobody's, or this sign-in knows no passwords.
    /// </returns>
    Task<SignInStep?> CheckPasswordAsync(string name, string password, CancellationToken cancellationToken) =>
        Task.FromResult<SignInStep?>(null);

    /// <summary>Deletes a credential at its origin, when nobody uses it any more.</summary>
    /// <returns>True when it is gone, now or before; false to be asked again later.</returns>
    Task<bool> DeleteCredentialAsync(ReadOnlyMemory<byte> credential, CancellationToken cancellationToken);
}
