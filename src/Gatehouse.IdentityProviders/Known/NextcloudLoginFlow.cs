using Gatehouse.IdentityProviders.Facts;

namespace Gatehouse.IdentityProviders.Known;

internal static class NextcloudLoginFlow
{
    public static IdentityProviderFacts Facts { get; } =
        new("nextcloud", "Nextcloud")
        {
            Source =
                "core/Controller/ClientFlowLoginV2Controller.php and core/Db/LoginFlowV2Mapper.php of nextcloud/server",
            Protocol = ProviderProtocol.NextcloudLoginFlow,
            Metadata = [],
            Scopes = new ScopeFacts
            {
                HasNone = true,
                SignIn = [],
                Offline = null,
            },
            // The same API says who the person is.
            Identity = NextcloudOAuth2.Facts.Identity,
            Admits = "The people of that Nextcloud.",
            Refresh = new RefreshFacts { AreGiven = false },
            Revocation = RevocationForm.None,
            AccessTokens = new AccessTokenFacts
            {
                Form = AccessTokenForm.Opaque,
                Unprovable =
                    "There are no access tokens: what Nextcloud gives is an app password that opens the whole account.",
            },
            Quirks =
            [
                "Nothing is registered there, and there is nothing to configure but its address.",
                "What it gives is an app password, which ends when the person or this server deletes it.",
                "A Nextcloud that allows only certain apps by their User-Agent must allow this one.",
            ],
        };
}
