using Gatehouse.AspNetCore.Connections;

namespace Gatehouse.AspNetCore.SignIn;

/// <summary>A way to find out who the person is: Nextcloud's Login Flow, OpenID Connect, OAuth without it.</summary>
public interface ISignIn
{
    /// <summary>Its name, unique here: lower-case letters, digits and hyphens. Part of the callback's address, and the origin of the credentials it brings; it must not change.</summary>
    string Name { get; }

    /// <summary>Where the person will sign in, to be read after "at", such as <c>your Nextcloud, cloud.example.com</c>.</summary>
    string Place { get; }

    /// <summary>What to choose it by among others, such as <c>Contoso</c>.</summary>
    string Title => Place;

    /// <summary>Domains of e-mail addresses whose people sign in here, where a person says the address in place of choosing.</summary>
    IReadOnlyList<string> EmailDomains => [];

    /// <summary>Begins.</summary>
    Task<SignInStep> StartAsync(SignInRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Goes on: with the answer the browser brought back, or to look whether it is over, whenever the person's waiting page asks. Never twice at once
    /// for one sign-in on a node.
    /// </summary>
    /// <param name="request">The same as at the start.</param>
    /// <param name="state">What the last <see cref="SignInStep.Waiting"/> carried.</param>
    /// <param name="answer">What came back to the callback; null when nothing did.</param>
    /// <param name="cancellationToken">Ends it before anything was taken; once the answer is being taken it is not looked at.</param>
    Task<SignInStep> ContinueAsync(
        SignInRequest request,
        string state,
        SignInAnswer? answer,
        CancellationToken cancellationToken
    );

    /// <summary>Looks whose a name and a password are, where people send them with each request and the operator allows it.</summary>
    /// <returns>
    /// The person and the credential; a failure when that cannot be said now; null when they are nobody's, or this sign-in knows no passwords.
    /// </returns>
    Task<SignInStep?> CheckPasswordAsync(string name, string password, CancellationToken cancellationToken) =>
        Task.FromResult<SignInStep?>(null);

    /// <summary>Finds where a person ends the session they have at the place of the sign-in itself.</summary>
    /// <returns>An address for the browser; null when there is none, or the person does not sign in there.</returns>
    Task<string?> FindSignOutAsync(Person person, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    /// <summary>Deletes a credential at its origin, when nobody uses it any more.</summary>
    /// <returns>True when it is gone, now or before, or cannot be deleted there; false to be asked again later.</returns>
    Task<bool> DeleteCredentialAsync(ReadOnlyMemory<byte> credential, CancellationToken cancellationToken);
}
