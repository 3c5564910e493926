using System.Collections.Immutable;
using System.Security.Cryptography;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Makes and changes shares by the rules of the real one.</summary>
internal sealed class ShareWriting(Shares shares, ShareTargets targets, ShareNews news, DemoAppContext context)
{
    private const string Alphabet = "abcdefghijkmnopqrstwxyzABCDEFGHJKLMNPQRSTWXYZ23456789";
    private const int TokenLength = 15;

    private DateOnly Today => DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime);

    /// <summary>A new share, or the one that is there already with the same for the same.</summary>
    public async Task<ShareOutcome> CreateAsync(Person me, ShareFields fields, CancellationToken cancellationToken)
    {
        var outcome = await shares.AddAsync(() => Make(me, fields), cancellationToken);
        if (outcome is { Share: { } made, IsNew: true })
        {
            await news.SharedAsync(me, made, cancellationToken);
            if (shares.ViewOf(me).Find(made.FileId) is { } file)
            {
                await targets.TellAsync(me, made, file, cancellationToken);
            }
        }

        return outcome;
    }

    public async Task<ShareOutcome> ChangeAsync(
        Person me,
        Share share,
        ShareFields fields,
        CancellationToken cancellationToken
    ) =>
        me.Id != share.Owner && me.Id != share.FileOwner
            ? ShareOutcome.Refused(new(403, "You are not allowed to edit incoming shares"))
        : !fields.ChangeSomething ? ShareOutcome.Refused(new(400, "Wrong or no update parameter given"))
        : await shares.ChangeAsync(share.Id, now => Change(me, now, fields), cancellationToken);

    private ShareOutcome Make(Person me, ShareFields fields)
    {
        if (!FilePath.TryParse(fields.Path ?? "", out var path) || shares.ViewOf(me).Find(path) is null)
        {
            return ShareOutcome.Refused(ShareRefusal.WrongPath);
        }

        var located = shares.Locate(me, path);
        var file = located.Owner.Home.Tree.Find(located.Path)!;
        var rights = RightsOf(fields.Kind, file, fields.Rights);
        if ((RefuseFile(path, file) ?? RefuseTarget(me, fields) ?? RefuseRights(located, file, rights)) is { } refused)
        {
            return ShareOutcome.Refused(refused);
        }

        if (shares.All.FirstOrDefault(one => IsSame(me, one, file, fields)) is { } there)
        {
            return ShareOutcome.Of(there);
        }

        var share = new Share
        {
            Id = 0,
            Kind = fields.Kind,
            Owner = me.Id,
            FileOwner = located.Owner.Id,
            FileId = file.Id,
            With = fields.Kind == ShareKind.Link ? null : fields.With,
            Rights = rights,
            Created = context.Time.GetUtcNow(),
            Token = fields.Kind == ShareKind.Link ? RandomNumberGenerator.GetString(Alphabet, TokenLength) : null,
            Places = Places(me, located.Owner, fields, file),
        };
        return fields.ApplyTo(share, Today) with { IsNew = true };
    }

    private ShareOutcome Change(Person me, Share share, ShareFields fields)
    {
        var outcome = fields.ApplyTo(share, Today);
        if (outcome.Share is null || fields.Rights is not { } asked)
        {
            return outcome;
        }

        if (shares.FileOf(share) is not { } file)
        {
            return ShareOutcome.Refused(ShareRefusal.WrongId);
        }

        var rights = RightsOf(share.Kind, file, asked);
        var located = shares.Locate(me, shares.ViewOf(me).Find(file.Id)?.Path ?? file.Path);
        return RefuseRights(located, file, rights) is { } refused
            ? ShareOutcome.Refused(refused)
            : ShareOutcome.Of(outcome.Share with { Rights = rights });
    }

    /// <summary>A link may always be shared on: whoever has it may keep it at their own cloud.</summary>
    private static int RightsOf(int kind, FileNode file, int? asked)
    {
        var rights = asked ?? (kind == ShareKind.Link ? ShareRights.Read : ShareRights.All);
        if (rights is < 0 or > ShareRights.All)
        {
            return rights;
        }

        rights |= kind == ShareKind.Link ? ShareRights.Share : 0;
        rights |= (rights & (ShareRights.Read | ShareRights.Create)) == 0 ? ShareRights.Read : 0;
        return file.IsFolder ? rights : rights & ShareRights.OfFile;
    }

    private static ShareRefusal? RefuseFile(FilePath path, FileNode file) =>
        path.IsRoot ? new(403, "You cannot share your root folder")
        : file.Path.IsRoot ? ShareRefusal.WrongPath
        : null;

    private ShareRefusal? RefuseTarget(Person me, ShareFields fields) =>
        fields.Kind switch
        {
            ShareKind.User when context.People.Find(fields.With) is null => new(
                404,
                "Please specify a valid account to share with"
            ),
            ShareKind.User when fields.With == me.Id => new(403, "Cannot share with yourself"),
            ShareKind.Group when !context.People.All.Any(one => one.Account.Groups.Contains(fields.With)) => new(
                404,
                "Please specify a valid group"
            ),
            ShareKind.DeckCard or ShareKind.Room when !targets.IsOpenTo(me, fields.Kind, fields.With) => new(
                404,
                "Share target not found"
            ),
            ShareKind.User or ShareKind.Group or ShareKind.Link or ShareKind.DeckCard or ShareKind.Room => null,
            _ => new(400, "Unknown share type"),
        };

    private static ShareRefusal? RefuseRights(Located located, FileNode file, int rights) =>
        rights is < 0 or > ShareRights.All ? new(403, "Valid permissions are required for sharing")
        : !located.Allows(ShareRights.Share) ? new(404, $"You are not allowed to share {file.Path.Name}")
        : !located.Allows(rights) ? new(404, $"Cannot increase permissions of {file.Path.Name}")
        : null;

    private static bool IsSame(Person me, Share one, FileNode file, ShareFields fields) =>
        fields.Kind != ShareKind.Link
        && one.Kind == fields.Kind
        && one.FileId == file.Id
        && one.Owner == me.Id
        && one.With == fields.With;

    private ImmutableSortedDictionary<string, string> Places(Person me, Person owner, ShareFields fields, FileNode file)
    {
        var receivers = fields.Kind switch
        {
            ShareKind.User => context.People.All.Where(one => one.Id == fields.With),
            ShareKind.Group => context.People.All.Where(one => one.Account.Groups.Contains(fields.With)),
            _ => context.People.All.Where(one => targets.PeopleOf(fields.Kind, fields.With).Contains(one.Id)),
        };
        return receivers
            .Where(one => one != me && one != owner)
            .ToImmutableSortedDictionary(
                one => one.Id,
                one => shares.PlaceFor(one, file).Value,
                StringComparer.Ordinal
            );
    }
}
