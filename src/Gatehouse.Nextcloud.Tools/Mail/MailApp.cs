using Gatehouse.Nextcloud.Mail;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Files;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>The Mail app.</summary>
internal static class MailApp
{
    public const string Read = "mail.read";
    public const string Write = "mail.write";
    public const string Send = "mail.send";

    public static NextcloudApp App { get; } =
        new("mail", "Mail")
        {
            Requires = "mail",
            Scopes =
            [
                new(
                    Read,
                    "Mail",
                    "Read mail",
                    "List, search and read the mail of the accounts you set up in Nextcloud."
                ),
                new(
                    Write,
                    "Mail",
                    "File mail",
                    "Mark, tag, move and delete mail and write drafts, which includes reading mail. Nothing is sent."
                ),
                new(Send, "Mail", "Send mail", "Send mail from your accounts, to anybody."),
            ],
            Json = MailToolsJson.Default,
            Add = (server, json) =>
            {
                FilesApp.AddServices(server.Services);
                server.Services.TryAddSingleton<MailboxesClient>();
                server.Services.TryAddSingleton<MessagesClient>();
                server.Services.TryAddSingleton<OutgoingClient>();
                server.Services.AddSingleton<McpServerResource, MailResource>();
                _ = server
                    .WithAppTools<MailReadTools>(json)
                    .WithAppTools<MailWriteTools>(json)
                    .WithAppTools<MailComposeTools>(json);
            },
        };
}
