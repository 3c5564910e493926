using Gatehouse.Nextcloud.Contacts;
using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Contacts;

/// <summary>Address books, which every Nextcloud has.</summary>
internal static class ContactsApp
{
    public const string Read = "contacts.read";
    public const string Write = "contacts.write";

    public static NextcloudApp App { get; } =
        new("contacts", "Contacts")
        {
            Scopes =
            [
                new(Read, "Contacts", "Read contacts", "List, search and read your contacts and address books."),
                new(
                    Write,
                    "Contacts",
                    "Change contacts",
                    "Create, change, move and delete contacts and address books, which includes reading them. There is no trash bin for them."
                ),
            ],
            Json = ContactsToolsJson.Default,
            Add = (server, json) =>
            {
                server.Services.TryAddSingleton(TimeProvider.System);
                server.Services.TryAddSingleton<AddressBooksClient>();
                server.Services.TryAddSingleton<ContactsClient>();
                server.Services.AddSingleton<McpServerResource>(provider => new ContactPhotoResource(
                    provider.GetRequiredService<ContactsClient>()
                ));
                _ = server
                    .WithAppTools<ContactsReadTools>(json)
                    .WithAppTools<ContactsWriteTools>(json)
                    .WithAppTools<AddressBookTools>(json);
            },
        };
}
