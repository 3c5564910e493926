using Gatehouse.AspNetCore.SignIn;

namespace Gatehouse.Nextcloud.Hosting.SignIn;

/// <summary>
/// The User-Agent of a Login Flow: Nextcloud shows it on the grant page and in the person's list of devices. It ends with the code the waiting
/// page shows, so that the person sees that both belong together. ASCII, at most 100 characters.
/// </summary>
internal static class DeviceName
{
    private const int MaximumLength = 100;

    public static string Of(SignInRequest request)
    {
        var end = $" ({request.ClientHost}) {request.Id}";
        var room = MaximumLength - "Gatehouse: ".Length;
        end = end.Length <= room ? end : $" {request.Id}";
        var name = new string([.. request.ClientName.Select(c => c is >= ' ' and <= '~' ? c : '?')]);
        return $"Gatehouse: {name[..Math.Min(name.Length, room - end.Length)]}{end}";
    }
}
