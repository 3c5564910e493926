using System.Net.Mail;
using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Mail;
using Gatehouse.Nextcloud.Texts;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Files;
using Gatehouse.Nextcloud.Tools.Files.Rules;
using Gatehouse.Nextcloud.Transport;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Mail;

/// <summary>Reads who a mail goes to and what is attached to it.</summary>
internal static class Recipients
{
    private const int Max = 50;
    private const int MaxFiles = 20;

    public static IReadOnlyList<Correspondent> Read(string argument, IReadOnlyList<string>? addresses)
    {
        if (addresses is { Count: > Max })
            throw Arguments.Bad(argument, $"It has more than {Max} addresses.");
        return
        [
            .. (addresses ?? []).Select(address =>
                MailAddress.TryCreate(address, out var read) && !address.Any(char.IsControl)
                    ? new Correspondent(read.Address, read.DisplayName is { Length: > 0 } name ? name : null)
                    : throw Arguments.Bad(
                        argument,
                        $"'{Shown(address)}' is no mail address. Write it as bob@example.com or Bob <bob@example.com>."
                    )
            ),
        ];
    }

    /// <summary>What is attached leaves the cloud, so that nothing hidden may be in it.</summary>
    public static async Task<IReadOnlyList<FilePath>> FilesAsync(
        FileGuard guard,
        NextcloudAccount account,
        IReadOnlyList<string>? paths,
        CancellationToken cancellationToken
    )
    {
        if (paths is null or { Count: 0 })
            return [];
        if (paths.Count > MaxFiles)
            throw Arguments.Bad("attachments", $"It has more than {MaxFiles} paths.");

        var visible = await guard.OfAsync(account, cancellationToken);
        return [.. paths.Select(path => visible.Whole("attachments", path))];
    }

    /// <summary>Attaching a file gives it away, which who may not read it may not do.</summary>
    public static void MayAttach(RequestContext<CallToolRequestParams> request, IReadOnlyList<string>? attachments)
    {
        var caller = CallerOf.Get(request);
        if (attachments is { Count: > 0 } && !caller.Scopes.Allows(FilesApp.Read))
            throw new ToolException(AccessErrors.NotGranted("attachments", FilesApp.Read, caller));
    }

    public static MailDone Done(OutgoingMail mail, string link) =>
        new(mail.Subject, [.. mail.To.Select(to => to.ToString())], mail.Attachments.Count, link);

    private static string Shown(string text) => Beginning.Of(text, 60);
}
