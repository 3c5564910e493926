using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Pages;

/// <summary>The problems of this server's own pages.</summary>
internal static class Problems
{
    public static readonly Problem ClientUnknown = new(
        "client-unknown",
        "This client is not known here",
        "The client named itself with an identifier this server does not recognise. It was probably registered with another server, or with this one before its keys were replaced.",
        "Let the client forget this server and connect again, so that it registers anew."
    );

    public static readonly Problem BrowserChanged = new(
        "browser-changed",
        "This sign-in belongs to another browser",
        "A sign-in can only be continued in the browser it began in, and that browser must accept this site's cookie. A link of a sign-in that somebody sent you does not work, for your protection.",
        "Start again from your client, and finish in the browser window it opens."
    );

    public static readonly Problem Expired = new(
        "sign-in-expired",
        "This sign-in is no longer open",
        "It was finished, or it took too long.",
        "Start again from your client."
    );

    public static readonly Problem FormForeign = new(
        "form-foreign",
        "This form did not come from this server",
        "The page that sent it is not one of ours, so nothing was approved.",
        "Start again from your client. If you see this again, tell the operator: a proxy may be changing the address."
    );

    public static readonly Problem ConnectionUnknown = new(
        "connection-unknown",
        "There is no such connection",
        "It is not one of yours, or it has ended already. Nothing was changed.",
        "Open the connections page again: it shows what is connected now."
    );

    public static readonly Problem StorageUnavailable = new(
        "storage-unavailable",
        "The server cannot save right now",
        "Its storage did not answer. Nothing was lost, and nothing was half done.",
        "Try again in a minute."
    );

    public static readonly Problem Unexpected = new(
        "unexpected",
        "Something went wrong here",
        "The server met an error it did not expect. It has been logged.",
        "Try again. If it happens again, give the support id to the operator."
    );

    public static readonly Problem AlreadyConnected = new(
        "sign-in-used",
        "The client is connected",
        "It has taken the answer of this sign-in already. There is nothing left to do here.",
        "Close this window. If your client is still waiting, start again from it."
    );

    public static readonly Problem TooManySignIns = new(
        "sign-in-crowded",
        "Too many people are signing in right now",
        "The server keeps a limited number of sign-ins open at once, and all are taken. Nothing was lost: what you allowed is kept on this page.",
        "Wait a minute, then press “Try again”."
    );

    public static readonly Problem TooManyOfBrowser = new(
        "sign-in-many",
        "Too many sign-ins are open in this browser",
        "A browser may have 20 unfinished sign-ins at once. Perhaps a client keeps asking. Nothing was lost: what you allowed is kept on this page.",
        "Finish or cancel the others, or wait half an hour; then press “Try again”."
    );

    public static readonly Problem Busy = new(
        "sign-in-busy",
        "The server is busy",
        "Many people begin to sign in at the same moment, and yours could not begin yet. Nothing was lost.",
        "Press “Try again” in a few seconds."
    );

    public static readonly Problem TriedTooOften = new(
        "sign-in-exhausted",
        "This sign-in was tried too often",
        "It began ten times and never came to an end.",
        "Press “Cancel” and start again from your client. If it fails again, give the support id to the operator."
    );

    public static Problem ClientDocumentRefused(OAuthError error) =>
        new(
            "client-document-refused",
            "The client's description of itself cannot be used",
            error.Description,
            "Use another client, or update this one. If you run this server: the reason above says what to allow or to mend."
        );

    public static Problem ClientDocumentUnreachable(string host, string reason) =>
        new(
            "client-document-unreachable",
            "The client's description of itself cannot be read right now",
            $"The client says that {host} describes it, but {reason}.",
            "Start again from your client in a minute. If it happens again, tell the operator: this server may have no way out to the internet."
        );

    public static readonly Problem TokenScopeRefused = new(
        "token-scope-refused",
        "A token cannot have more than you have",
        "The form asked for a permission that does not exist here, so no token was made.",
        "Open the connections page and choose from the permissions it shows."
    );

    public static Problem PersonChanged(string signedIn, string known, string client) =>
        new(
            "person-changed",
            $"You are {signedIn}, not {known}",
            $"This browser knows you as {known}, and {signedIn} signed in for {client}. Nothing was allowed yet, and the sign-in was given back.",
            $"Try again: sign in as {signedIn} once more to connect {client} as {signedIn}, or as {known} to change. Cancel connects nobody."
        );

    public static Problem PersonDiffers(string signedIn, string expected) =>
        new(
            "person-differs",
            $"You signed in as {signedIn}, not as {expected}",
            $"This was begun on the connections page of {expected}, so only {expected} can finish it. Nothing was made, and the sign-in was given back.",
            $"Try again and sign in as {expected}; or cancel, and sign out of the connections page first."
        );

    public static readonly Problem AnswerForeign = new(
        "answer-foreign",
        "This answer belongs to no sign-in of this browser",
        "Somebody's identity provider sent this browser here with an answer that no open sign-in of it waits for. Nothing was done with it.",
        "Start again from your client. If somebody sent you a link to this page, do not follow it again."
    );

    public static Problem AccountDiffers(string person, string? expected, string account, string place) =>
        new(
            "account-differs",
            $"The account {account} is not yours to link",
            expected is null
                ? $"You signed in as {person}, and nothing there says what your account at {place} is called. It was given back."
                : $"You signed in as {person}, so the account at {place} has to be {expected}, and you signed in there as {account}. It was given back.",
            expected is null
                ? "Tell the operator: the identity provider sends no user name to compare that can be relied on. AccountClaim of the provider names the claim that holds it; an e-mail address counts only when it was proved."
                : $"Sign out at {place}, then try again as {expected}. If {account} is right, tell the operator."
        );

    public static readonly Problem TokenShown = new(
        "token-shown",
        "This token was shown before",
        "A token is shown once and kept only as a hash, so nobody can show it again.",
        "If you did not get it, disconnect it on the connections page and make a new one."
    );

    public static readonly Problem DeviceCodeGuessed = new(
        "device-code-guessed",
        "Too many wrong codes",
        "Wrong codes were typed too often, in this browser or elsewhere, so no code is looked at for a while.",
        "Wait ten minutes, look at the code on the device again, and type it anew. If the device gave up meanwhile, start again there."
    );

    public static readonly Problem DeviceCodeUsed = new(
        "device-code-used",
        "This code is no longer open",
        "It was used already, or half an hour has passed since the device showed it.",
        "Start again on the device: it shows a new code."
    );

    public static Problem RequestMalformed(OAuthError error) =>
        new(
            "request-malformed",
            "The client asked in a way this server does not understand",
            error.Description,
            "Start again from your client. If it happens again, update the client."
        );

    public static Problem RedirectRefused(string client, OAuthError error) =>
        new(
            "redirect-refused",
            $"{client} wants its answer at an address it may not use",
            error.Description,
            "Let the client forget this server and connect again, so that it registers the address it uses."
        );
}
