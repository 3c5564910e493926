using Gatehouse.IdentityProviders.Facts;
using static Gatehouse.IdentityProviders.Facts.ProviderRemedy;

namespace Gatehouse.IdentityProviders.Known;

/// <summary>What the AADSTS numbers mean that a sign-in or a refresh can meet.</summary>
internal static class EntraErrors
{
    public static IReadOnlyList<ProviderError> All { get; } =
    [
        .. Redirects(),
        .. Credentials(),
        .. Scopes(),
        .. Tenants(),
        .. People(),
        .. Ended(),
        new(
            "AADSTS90033",
            TryLater,
            "Microsoft's sign-in service is in trouble for the moment.",
            "Wait a minute and try again."
        ),
    ];

    private static ProviderError[] Redirects() =>
        [
            new(
                "AADSTS500113",
                AskOperator,
                "The app registration in Entra has no redirect URI at all.",
                "In the app registration, Authentication, add the platform Web with the callback address of this server."
            ),
            new(
                "AADSTS50011",
                AskOperator,
                "Entra does not know the address it is to send you back to.",
                "In the app registration, Authentication, add the platform Web with the callback address of this server, letter for letter."
            ),
            new(
                "AADSTS9002325",
                AskOperator,
                "Entra expects the proof key of a single-page application.",
                "In the app registration, Authentication, move the callback address from Single-page application to Web."
            ),
            new(
                "AADSTS9002326",
                AskOperator,
                "The callback is registered as a single-page application, which only a script in a browser may use.",
                "In the app registration, Authentication, move the callback address from Single-page application to Web."
            ),
            new(
                "AADSTS9002327",
                AskOperator,
                "The tokens were issued to a single-page application, which only a script in a browser may use.",
                "In the app registration, Authentication, move the callback address from Single-page application to Web, then sign in again."
            ),
        ];

    private static ProviderError[] Credentials() =>
        [
            new(
                "AADSTS7000215",
                AskOperator,
                "The client secret is not the one Entra knows.",
                "Copy the Value of the secret (Certificates & secrets), not its Secret ID, into the configuration; make a new one if it is no longer shown."
            ),
            new(
                "AADSTS7000222",
                AskOperator,
                "The client secret has expired.",
                "Make a new one in the app registration, Certificates & secrets, and put it into the configuration."
            ),
            new(
                "AADSTS7000218",
                AskOperator,
                "Entra wants a client secret or a certificate, and got neither.",
                "Set clientSecretFile or clientCertificateFile, and see that the callback is registered as Web."
            ),
            new(
                "AADSTS700027",
                AskOperator,
                "Entra does not know the certificate this server signed with.",
                "Upload the certificate of clientCertificateFile in the app registration, Certificates & secrets."
            ),
            new(
                "AADSTS700016",
                AskOperator,
                "This tenant has no application of that client identifier.",
                "Compare clientId with the Application (client) ID, and the tenant in the issuer with the Directory (tenant) ID."
            ),
            new(
                "AADSTS700054",
                AskOperator,
                "The application may not use this kind of answer.",
                "Remove response_type from the configured parameters: only code is used here."
            ),
        ];

    private static ProviderError[] Scopes() =>
        [
            new(
                "AADSTS9010010",
                AskOperator,
                "The resource asked for does not belong to the scopes asked for.",
                "Set appIdUri to the Application ID URI of the app that owns the scopes, and take resource out of the configured parameters."
            ),
            new(
                "AADSTS901002",
                AskOperator,
                "Entra takes no resource parameter at this endpoint.",
                "Take resource out of the configured parameters."
            ),
            new(
                "AADSTS900144",
                AskOperator,
                "A parameter was missing in the request to Entra.",
                "Update this server; if the configuration overrides parameters, remove them."
            ),
            new(
                "AADSTS650053",
                AskOperator,
                "A scope was asked for that the resource does not have.",
                "Compare the configured scopes with those below Expose an API, and set appIdUri so that they are looked for there and not at Microsoft Graph."
            ),
            new(
                "AADSTS650057",
                AskOperator,
                "The application does not list the resource among what it may use.",
                "In the app registration, API permissions, add the API that the configured scopes belong to."
            ),
            new(
                "AADSTS65005",
                AskOperator,
                "The application asks for access it does not list.",
                "In the app registration, API permissions, add what the configured scopes name."
            ),
            new(
                "AADSTS70011",
                AskOperator,
                "A scope was asked for that is not valid.",
                "Compare the configured scopes with those below Expose an API; all must be of one API."
            ),
            new(
                "AADSTS28000",
                AskOperator,
                "Scopes of more than one API were asked for at once.",
                "Leave the scopes of one API in the configuration."
            ),
            new(
                "AADSTS500011",
                AskOperator,
                "The API that the scopes name is not known in this tenant.",
                "Compare appIdUri with the Application ID URI, and see that an administrator has added the application to the tenant."
            ),
            new(
                "AADSTS50001",
                AskOperator,
                "The API that the scopes name is not known in this tenant.",
                "Compare appIdUri with the Application ID URI."
            ),
        ];

    private static ProviderError[] Tenants() =>
        [
            new(
                "AADSTS90002",
                AskOperator,
                "There is no such tenant in this cloud of Microsoft.",
                "Compare the tenant in the issuer with the Directory (tenant) ID; US Government and China have hosts of their own."
            ),
            new(
                "AADSTS50194",
                AskOperator,
                "The application is for one tenant, and the issuer says common.",
                "Put the Directory (tenant) ID into the issuer in the place of common."
            ),
            new(
                "AADSTS500208",
                Denied,
                "An account of this domain cannot sign in here.",
                "Sign in with an account of the organisation."
            ),
            new(
                "AADSTS50020",
                Denied,
                "This account is of another organisation and no guest of this one.",
                "Sign in with an account of the organisation, or ask its administrator for an invitation as a guest."
            ),
        ];

    private static ProviderError[] People() =>
        [
            new(
                "AADSTS50105",
                Denied,
                "You are not assigned to this application.",
                "Ask the administrator to assign you or a group of yours: Enterprise applications, Users and groups."
            ),
            new("AADSTS65004", Denied, "You did not consent.", "Sign in again and accept, if you want the connection."),
            new(
                "AADSTS90094",
                AskOperator,
                "An administrator must consent to this application first.",
                "An administrator opens API permissions of the app registration and chooses Grant admin consent."
            ),
            new(
                "AADSTS65001",
                SignInAgain,
                "Nobody has consented to this application yet.",
                "Sign in again and accept; if Entra does not ask, an administrator must consent."
            ),
            new(
                "AADSTS53003",
                Denied,
                "A Conditional Access policy of your organisation does not allow this sign-in.",
                "Ask the administrator which policy it is: the sign-in log of Entra names it."
            ),
            new(
                "AADSTS53000",
                Denied,
                "Your organisation asks for a device that follows its rules.",
                "Sign in on a managed device."
            ),
            new(
                "AADSTS50076",
                SignInAgain,
                "Your organisation asks for a second factor.",
                "Sign in again and give it."
            ),
            new("AADSTS50078", SignInAgain, "Your second factor is too long ago.", "Sign in again and give it."),
            new(
                "AADSTS50079",
                SignInAgain,
                "You must set up a second factor first.",
                "Sign in again and follow Microsoft's steps."
            ),
            new("AADSTS50057", Denied, "This account is disabled.", "Ask the administrator to enable it."),
            new(
                "AADSTS50058",
                SignInAgain,
                "There was no session at Microsoft to sign in with silently.",
                "Sign in again."
            ),
        ];

    private static ProviderError[] Ended() =>
        [
            new(
                "AADSTS700082",
                SignInAgain,
                "The sign-in ended because it was not used for a long time.",
                "Sign in again."
            ),
            new(
                "AADSTS700084",
                SignInAgain,
                "The sign-in ended after 24 hours, as those of a single-page application do.",
                "Sign in again; the operator registers the callback as Web so that it lasts."
            ),
            new("AADSTS70008", SignInAgain, "The code or the sign-in has expired.", "Sign in again."),
            new(
                "AADSTS70043",
                SignInAgain,
                "Your organisation asks for a new sign-in from time to time.",
                "Sign in again."
            ),
            new(
                "AADSTS50173",
                SignInAgain,
                "The sign-in was ended: a new password, or an administrator signed you out.",
                "Sign in again."
            ),
            new(
                "AADSTS54005",
                SignInAgain,
                "The code had been used before.",
                "Sign in again, and open the page only once."
            ),
        ];
}
