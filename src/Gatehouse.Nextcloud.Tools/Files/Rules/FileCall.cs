using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tools.Files.Rules;

/// <summary>What a call about files works with.</summary>
/// <param name="Account">Whose they are.</param>
/// <param name="Files">What of them may be seen.</param>
internal readonly record struct FileCall(NextcloudAccount Account, VisibleFiles Files);
