using System.Collections.Concurrent;
using System.Text;
using Gatehouse.AspNetCore.Connections;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.Testing.Sites;

/// <summary>A sign-in that does what a test says. At first everybody is alice, at once.</summary>
public sealed class ScriptedSignIn : ISignIn
{
    private int credentials;

    /// <inheritdoc/>
    public string Name { get; init; } = "door";

    /// <inheritdoc/>
    public string Title => $"The {Name}";

    /// <inheritdoc/>
    public IReadOnlyList<string> EmailDomains { get; init; } = [];

    /// <inheritdoc/>
    public string Place => "the test door";

    /// <summary>Where people end their session at the door; null for nowhere.</summary>
    public string? SignOut { get; set; }

    /// <summary>Who signs in next.</summary>
    public string Who { get; set; } = "alice";

    /// <summary>What a start answers; null signs in at once.</summary>
    public Func<SignInRequest, SignInStep>? Start { get; set; }

    /// <summary>What happens elsewhere while a start is under way.</summary>
    public Func<Task>? Before { get; set; }

    /// <summary>What each further look answers.</summary>
    public Func<string, SignInStep>? Continue { get; set; }

    /// <summary>What an answer at the callback leads to; null signs in.</summary>
    public Func<SignInAnswer, SignInStep>? Return { get; set; }

    /// <summary>What happens elsewhere while a look is under way.</summary>
    public Func<Task>? Meanwhile { get; set; }

    /// <summary>Whether a deletion works now; may throw.</summary>
    public Func<bool> Delete { get; set; } = () => true;

    /// <summary>Whose a name and password are; null when they are nobody's.</summary>
    public Func<string, string, SignInStep?>? Check { get; set; }

    /// <summary>The names that were checked.</summary>
    public ConcurrentQueue<string> Checked { get; } = new();

    /// <summary>What was started.</summary>
    public ConcurrentQueue<SignInRequest> Started { get; } = new();

    /// <summary>The states of the looks.</summary>
    public ConcurrentQueue<string> Looks { get; } = new();

    /// <summary>What came back to the callback.</summary>
    public ConcurrentQueue<SignInAnswer> Answers { get; } = new();

    /// <summary>The credentials that were deleted.</summary>
    public ConcurrentQueue<string> Deleted { get; } = new();

    /// <summary>The step of a person who is known, with a fresh credential <c>credential-1</c>, <c>credential-2</c>…</summary>
    public SignInStep SignedIn() =>
        new SignInStep.SignedIn(
            new Person("https://door.example.com", Who, Who),
            Encoding.UTF8.GetBytes($"credential-{Interlocked.Increment(ref credentials)}")
        );

    /// <summary>The step of a person who is still on the way.</summary>
    public static SignInStep Waiting(string state) =>
        new SignInStep.Waiting(
            new SignInProgress(state, "https://door.example.com/login", "Open the door", "Knock there.")
        );

    /// <summary>Takes the browser away at the start, with a fresh state for the way back, and looks in vain until it comes to the callback.</summary>
    public void TakeAway()
    {
        SignInStep? away = null;
        Start = request =>
            away = new SignInStep.Waiting(
                new SignInProgress(
                    "away",
                    $"https://door.example.com/authorize?state={CallbackState.New(request.Id)}",
                    "Open the door",
                    "Knock there."
                )
                {
                    IsRedirect = true,
                }
            );
        Continue = _ => away!;
    }

    /// <summary>The step of a sign-in that failed.</summary>
    public static SignInStep Failed() =>
        new SignInStep.Failed(new Problem("door-closed", "The door is closed", "Nobody answers.", "Knock later."));

    /// <inheritdoc/>
    public async Task<SignInStep> StartAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        Started.Enqueue(request);
        if (Before is { } before)
        {
            await before();
        }

        return Start?.Invoke(request) ?? SignedIn();
    }

    /// <inheritdoc/>
    public async Task<SignInStep> ContinueAsync(
        SignInRequest request,
        string state,
        SignInAnswer? answer,
        CancellationToken cancellationToken
    )
    {
        Looks.Enqueue(state);
        if (Meanwhile is { } meanwhile)
        {
            await meanwhile();
        }

        if (answer is not null)
        {
            Answers.Enqueue(answer);
            return Return?.Invoke(answer) ?? SignedIn();
        }

        return Continue?.Invoke(state) ?? SignedIn();
    }

    /// <inheritdoc/>
    public async Task<SignInStep?> CheckPasswordAsync(string name, string password, CancellationToken cancellationToken)
    {
        Checked.Enqueue(name);
        await Task.Yield();
        return Check?.Invoke(name, password);
    }

    /// <inheritdoc/>
    public Task<string?> FindSignOutAsync(Person person, CancellationToken cancellationToken) =>
        Task.FromResult(SignOut);

    /// <inheritdoc/>
    public Task<bool> DeleteCredentialAsync(ReadOnlyMemory<byte> credential, CancellationToken cancellationToken)
    {
        if (!Delete())
        {
            return Task.FromResult(false);
        }

        Deleted.Enqueue(Encoding.UTF8.GetString(credential.Span));
        return Task.FromResult(true);
    }
}
