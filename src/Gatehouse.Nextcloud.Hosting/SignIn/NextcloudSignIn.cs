using System.Security.Cryptography;
using System.Text.Json;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Hosting.Accounts;
using Gatehouse.Nextcloud.LoginFlow;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Hosting.SignIn;

/// <summary>
/// Nextcloud's Login Flow v2 as a sign-in: it says who the person is and brings the app password that lets us act as them.
/// What it cannot prove, that the person who granted sits at this browser, is in <c>docs/security.md</c>.
/// </summary>
internal sealed class NextcloudSignIn(NextcloudTransport transport, CloudAddress cloud, TimeProvider time) : ISignIn
{
    /// <summary>The name of this sign-in, and so the origin of app passwords in the vault.</summary>
    public const string SignInName = "nextcloud";

    /// <summary>The life of a Login Flow at the cloud.</summary>
    private static readonly TimeSpan FlowLifetime = TimeSpan.FromMinutes(20);

    private readonly LoginFlowClient flows = new(transport, cloud);
    private readonly AccountDiscovery accounts = new(transport);
    private readonly AppPasswordsClient appPasswords = new(transport);
    private readonly RefusedDeletions refusedDeletions = new(time);
    private readonly string host = new Uri(cloud.Value).Authority + cloud.Path;

    public string Name => SignInName;

    public string Title => $"Nextcloud, {host}";

    public string Place => $"your Nextcloud, {host}";

    public async Task<SignInStep> StartAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var start = await flows.StartAsync(DeviceName.Of(request), cancellationToken);
            return new SignInStep.Waiting(Progress(LoginFlowState.Of(start, time.GetUtcNow())));
        }
        catch (NextcloudException problem)
        {
            return new SignInStep.Failed(SignInProblems.Of(problem.Error));
        }
    }

    public async Task<SignInStep> ContinueAsync(
        SignInRequest request,
        string state,
        SignInAnswer? answer,
        CancellationToken cancellationToken
    )
    {
        var flow = JsonSerializer.Deserialize(state, HostingJson.Default.LoginFlowState)!;
        if (flow.StartedAt + FlowLifetime <= time.GetUtcNow())
        {
            return new SignInStep.Failed(SignInProblems.Expired);
        }

        try
        {
            return await flows.PollAsync(flow.ToStart(), cancellationToken) switch
            {
                LoginFlowPoll.Granted granted => await SignInAsync(granted),
                LoginFlowPoll.Refused refused => new SignInStep.Failed(SignInProblems.Of(refused.Error)),
                _ => new SignInStep.Waiting(Progress(flow)),
            };
        }
        catch (NextcloudException problem)
        {
            // For now only: the page keeps asking, and says why nothing happens.
            return new SignInStep.Waiting(Progress(flow, problem.Error));
        }
    }

    public async Task<SignInStep?> CheckPasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        var login = new NextcloudLogin(cloud, name, AppPassword.Parse(password), FreshVersion());
        try
        {
            return await appPasswords.IsAcceptedAsync(login, cancellationToken)
                ? await SignedInAsync(login, cancellationToken)
                : null;
        }
        catch (NextcloudException problem)
        {
            return new SignInStep.Failed(SignInProblems.Of(problem.Error));
        }
    }

    public async Task<bool> DeleteCredentialAsync(ReadOnlyMemory<byte> credential, CancellationToken cancellationToken)
    {
        // Of another cloud, before the configuration changed: it cannot be reached any more.
        if (NextcloudCredential.Parse(credential.Span) is not { } known || known.Cloud != cloud.Value)
        {
            return true;
        }

        try
        {
            var answer = await appPasswords.RevokeAsync(known.Login(cloud, "deletion"), cancellationToken);
            return answer == AppPasswordRevocation.Deleted || refusedDeletions.IsSettled(known.AppPassword);
        }
        catch (NextcloudException)
        {
            return false;
        }
    }

    // Each sign-in is a credential of its own to the guard of the transport: one that is refused must not park the sign-ins of others.
    // The app password exists from here on: nothing cancels what follows, and what cannot be used is deleted.
    private async Task<SignInStep> SignInAsync(LoginFlowPoll.Granted granted)
    {
        var login = new NextcloudLogin(cloud, granted.LoginName, granted.AppPassword, FreshVersion());
        try
        {
            return await SignedInAsync(login, CancellationToken.None);
        }
        catch (NextcloudException problem)
        {
            await TryDeleteAsync(login);
            return new SignInStep.Failed(SignInProblems.AccountUnusable(problem.Error));
        }
        catch
        {
            await TryDeleteAsync(login);
            throw;
        }
    }

    private async Task<SignInStep> SignedInAsync(NextcloudLogin login, CancellationToken cancellationToken)
    {
        var found = await accounts.DiscoverAsync(login, cancellationToken);
        var person = new Person(cloud.Value, found.Account.UserId, found.DisplayName);
        return new SignInStep.SignedIn(person, NextcloudCredential.Of(found.Account).ToBytes());
    }

    private static CredentialVersion FreshVersion() =>
        CredentialVersion.Parse($"sign-in {RandomNumberGenerator.GetHexString(16, lowercase: true)}");

    private async Task TryDeleteAsync(NextcloudLogin login)
    {
        try
        {
            await appPasswords.RevokeAsync(login, CancellationToken.None);
        }
        catch (Exception problem) when (problem is NextcloudException or OperationCanceledException)
        {
            // The cloud that did not tell who it is does not answer this either; the device list of the person shows the entry.
        }
    }

    private SignInProgress Progress(LoginFlowState flow, NextcloudError? trouble = null) =>
        new(
            JsonSerializer.Serialize(flow, HostingJson.Default.LoginFlowState),
            flow.LoginUrl,
            $"Open {host}",
            trouble is null
                ? "Sign in there and press “Grant access”. You may be signed in already; then one click is enough."
                : $"{trouble.Summary} This page keeps asking. {trouble.NextStep}"
        );
}
