using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.Hosting;
using Gatehouse.AspNetCore.Pages;
using Gatehouse.AspNetCore.People;
using Gatehouse.AspNetCore.PersonalTokens;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.AspNetCore.Vault;
using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Connections;

/// <summary>Renders the connections page, and the one that asks to sign in to it.</summary>
internal sealed class ConnectionsPages(
    Deployment deployment,
    BrowserCookie browser,
    FormSeal seals,
    SignIns signIns,
    AccountLinks links,
    ConnectionCards cards
)
{
    public const string Disconnected = "disconnected";
    public const string Switched = "switched";
    public const string Unlinked = "unlinked";
    public const string NothingKept = "nothing-kept";
    public const string TokenIncomplete = "token-incomplete";

    /// <summary>What is connected as a person.</summary>
    /// <param name="session">Who looks.</param>
    /// <param name="done">What was just done, one of the words above; anything else says nothing.</param>
    /// <param name="cancellationToken">The reader is gone.</param>
    public async Task<IResult> ShowAsync(PersonSession session, string? done, CancellationToken cancellationToken)
    {
        var all = await cards.OfAsync(session, cancellationToken);
        var link = await links.FindAsync(session.Person.Key, cancellationToken);
        return new ConnectionsResult(
            new ConnectionsPageModel(
                deployment.Options.Name,
                session.Person.DisplayName,
                [.. all.Where(card => card.ExpiresAt is null)],
                [.. all.Where(card => card.ExpiresAt is not null)],
                new NewTokenForm(
                    seals.New(TokenCreationEndpoint.Pattern, session.Hash),
                    new ScopeSwitchesModel("token", deployment.Scopes.All, ScopeSet.Empty),
                    TokenLifetimes.Days,
                    TokenLifetimes.Usual
                ),
                link is null || signIns.Linked is not { } linked
                    ? null
                    : new LinkedAccountForm(
                        linked.Place,
                        link.AccountName,
                        seals.New(UnlinkEndpoint.Pattern, session.Hash)
                    ),
                seals.New(SignOutEndpoint.Pattern, session.Hash),
                NoticeOf(done)
            )
        );
    }

    /// <summary>Back to the page, which says what was done. The word is sealed for this session: no link of anybody can make the page say it.</summary>
    public IResult Done(PersonSession session, string what) =>
        Results.Extensions.SeeOther(
            $"{ConnectionsEndpoint.Pattern}?done={what}&seal={seals.New(NoticeAct(what), session.Hash)}"
        );

    /// <summary>The word of an address made by <see cref="Done"/>; null for every other.</summary>
    public async ValueTask<string?> DoneOfAsync(PersonSession session, HttpRequest request) =>
        (string?)request.Query["done"] is { } what
        && await seals.IsOursAsync(
            request.Query["seal"],
            NoticeAct(what),
            session.Hash,
            request.HttpContext.RequestAborted
        )
            ? what
            : null;

    /// <summary>Nobody is signed in.</summary>
    /// <param name="context">The request; its browser gets a cookie for the sign-in.</param>
    /// <param name="hasEnded">A form was sent, but the session it was made for has ended.</param>
    public IResult SignIn(HttpContext context, bool hasEnded) =>
        new PageSignInResult(
            new PageSignInPageModel(
                deployment.Options.Name,
                signIns.Place,
                seals.New(PageSignInEndpoint.Pattern, browser.ReadOrSet(context)),
                hasEnded
            )
        );

    private static string NoticeAct(string what) => $"notice {what}";

    private static string? NoticeOf(string? done) =>
        done switch
        {
            Disconnected => "Disconnected. It cannot do anything any more.",
            Unlinked =>
                "Unlinked. Everything that worked with that account is disconnected; its app password is being deleted.",
            Switched => "Changed. It counts from now on.",
            NothingKept => "Nothing was changed: keep at least one permission, or disconnect.",
            TokenIncomplete => "No token was made: give it a name of at most 60 characters, and allow it something.",
            _ => null,
        };
}
