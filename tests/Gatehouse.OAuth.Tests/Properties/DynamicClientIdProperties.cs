using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gatehouse.OAuth.Registration;

namespace Gatehouse.OAuth.Tests.Properties;

public sealed class DynamicClientIdProperties
{
    private static readonly Gen<ClientMetadata> Metadata =
        from name in Generated.Text
        from redirects in Generated.Redirect.ArrayOf(3)
        from type in Gen.Elements("native", "web")
        from method in Gen.Elements(ClientAuthenticationMethod.Supported.ToArray())
        let request = new ClientRegistrationRequest
        {
            ClientName = name,
            RedirectUris = ["http://127.0.0.1/", .. redirects.Select(redirect => redirect.Value)],
            ApplicationType = type,
            TokenEndpointAuthMethod = method,
        }
        select new ClientMetadataRule(Sample.Policy).Apply(request).Value;

    private static readonly Gen<Client> Issued = Metadata
        .Select(metadata => DynamicClientId.Issue(metadata, Sample.Key))
        .Where(issued => issued.Error is null)
        .Select(issued => issued.Value.Client);

    [Property]
    public Property Metadata_comes_back_whole() =>
        Prop.ForAll(
            Issued.ToArbitrary(),
            client =>
            {
                var opened = DynamicClientId.Open(client.Id, Sample.Key)!;

                Assert.Equal(client.Metadata.Name, opened.Metadata.Name);
                Assert.Equal(client.Metadata.RedirectUris, opened.Metadata.RedirectUris);
                Assert.Equal(client.Metadata.AuthenticationMethod, opened.Metadata.AuthenticationMethod);
                Assert.Equal(client.Metadata.ApplicationType, opened.Metadata.ApplicationType);
                Assert.Equal(client.SecretHash, opened.SecretHash);
            }
        );

    [Property]
    public Property The_same_public_metadata_gives_the_same_identifier_in_whatever_order() =>
        Prop.ForAll(
            Metadata.ToArbitrary(),
            metadata =>
            {
                var publicClient = metadata with { AuthenticationMethod = ClientAuthenticationMethod.None };
                var again = new ClientMetadataRule(Sample.Policy)
                    .Apply(
                        new ClientRegistrationRequest
                        {
                            ClientName = publicClient.Name,
                            RedirectUris = [.. publicClient.RedirectUris.Select(uri => uri.Value).Reverse()],
                            ApplicationType = publicClient.ApplicationType,
                        }
                    )
                    .Value;

                var (first, second) = (
                    DynamicClientId.Issue(publicClient, Sample.Key),
                    DynamicClientId.Issue(again, Sample.Key)
                );
                return first.Error is not null || first.Value.Client.Id == second.Value.Client.Id;
            }
        );

    [Property]
    public Property An_identifier_is_short_visible_and_never_looks_like_a_metadata_document() =>
        Prop.ForAll(
            Issued.ToArbitrary(),
            client =>
                client.Id.Value.Length <= 1024
                && !client.Id.Value.StartsWith("https://", StringComparison.Ordinal)
                && ClientId.Parse(client.Id.Value).Value == client.Id
                && Uri.EscapeDataString(client.Id.Value) == client.Id.Value
        );

    [Property(MaxTest = 20)]
    public Property An_identifier_with_any_one_character_changed_added_or_taken_is_refused() =>
        Prop.ForAll(
            Issued.ToArbitrary(),
            client =>
            {
                var id = client.Id.Value;
                for (var i = 0; i < id.Length; i++)
                {
                    Refused(id[..i] + (char)(id[i] ^ 1) + id[(i + 1)..]);
                    Refused(id[..i] + "A" + id[i..]);
                    Refused(id[..i] + id[(i + 1)..]);
                }

                Refused(id + "A");
                Refused(id + "=");
            }
        );

    private static void Refused(string text)
    {
        if (ClientId.Parse(text).Succeeded(out var id, out _))
        {
            Assert.Null(DynamicClientId.Open(id, Sample.Key));
        }
    }
}
