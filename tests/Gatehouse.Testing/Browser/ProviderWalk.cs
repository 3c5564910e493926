namespace Gatehouse.Testing.Browser;

/// <summary>
/// A person on the way from a client's authorization URL to its redirect by an identity provider: consent page, choice where there are several, the
/// provider's own pages, back to the callback; and where an account is linked, the cloud's pages in a second tab.
/// </summary>
/// <param name="browser">The browser it happens in.</param>
/// <param name="cloudPerson">Who signs in at the cloud, where an account is linked.</param>
public sealed class ProviderWalk(ScriptedBrowser browser, ScriptedPerson cloudPerson)
{
    private const int LongestWalk = 30;

    /// <summary>The words of the choice; null where there is none.</summary>
    public string? Choice { get; init; }

    /// <summary>Whether an address is the provider's.</summary>
    public required Func<Uri, bool> IsProvider { get; init; }

    /// <summary>Does what the provider's page asks for; pages after it are brought here again.</summary>
    public Func<ScriptedTab, CancellationToken, Task> AtProvider { get; init; } =
        (tab, _) => throw tab.Surprise("was not expected at the provider");

    /// <summary>The tab the client opened.</summary>
    public ScriptedTab Tab { get; } = browser.NewTab();

    /// <summary>How often an account was linked on the way.</summary>
    public int Links { get; private set; }

    /// <summary>Everything, for a person who agrees.</summary>
    /// <returns>The client's redirect; nobody has fetched it yet.</returns>
    public async Task<Uri> WalkAsync(string authorizationUrl, CancellationToken cancellationToken)
    {
        var home = new Uri(authorizationUrl);
        await Tab.OpenAsync(authorizationUrl, cancellationToken);
        for (var step = 0; step < LongestWalk; step++)
        {
            if (Tab.Left is { } left)
            {
                if (left.Authority != home.Authority && !IsProvider(left))
                {
                    return left;
                }

                await Tab.OpenAsync(left.AbsoluteUri, cancellationToken);
            }
            else if (IsProvider(Tab.Address))
            {
                await AtProvider(Tab, cancellationToken);
            }
            else
            {
                await AtHomeAsync(cancellationToken);
            }
        }

        throw Tab.Surprise("leads in a circle");
    }

    private async Task AtHomeAsync(CancellationToken cancellationToken)
    {
        if (Tab.Buttons.Contains("Allow and sign in"))
        {
            await Tab.PressAsync("Allow and sign in", cancellationToken);
        }
        else if (Choice is { } choice && Tab.Buttons.Contains(choice))
        {
            await Tab.PressAsync(choice, cancellationToken);
        }
        else if (Tab.Page.QuerySelectorAll("a[target=_blank]").Length == 1)
        {
            await LinkAsync(cancellationToken);
            await Tab.RefreshAsync(cancellationToken);
        }
        else if (Tab.Heading == "You are signed in")
        {
            await Tab.RefreshAsync(cancellationToken);
        }
        else
        {
            throw Tab.Surprise("leads nowhere");
        }
    }

    private async Task LinkAsync(CancellationToken cancellationToken)
    {
        Links++;
        var cloud = browser.NewTab();
        await cloud.OpenAsync(Tab.LinkToNewTab(), cancellationToken);
        await cloud.PressAsync("Log in", cancellationToken);
        if (cloud.Heading == "Log in")
        {
            cloud.Fill("user", cloudPerson.Name);
            cloud.Fill("password", cloudPerson.Password);
            await cloud.PressAsync("Log in", cancellationToken);
        }

        await cloud.PressAsync("Grant access", cancellationToken);
    }
}
