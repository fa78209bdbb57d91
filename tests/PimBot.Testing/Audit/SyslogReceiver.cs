using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PimBot.Testing;

/// <summary>A syslog server on loopback that reads octet-counted messages, with a certificate by TLS, and can hang up in the middle.</summary>
public sealed class SyslogReceiver : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> messages = new();
    private readonly Task accepting;

    private readonly X509Certificate2? certificate;

    /// <param name="certificate">What it proves itself with, its key included; null: it listens without TLS.</param>
    public SyslogReceiver(X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>As the setting has it.</summary>
    public string Address =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(certificate is null ? "tcp" : "tls")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"
        );

    /// <summary>After how many messages of a connection it resets it; null: never.</summary>
    public int? HangsUpAfter { get; set; }

    /// <summary>Whole messages, in the order in which they came.</summary>
    public IReadOnlyList<string> Messages => [.. messages];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                try
                {
                    await TakeAsync(client);
                }
                catch (Exception failure) when (failure is IOException or AuthenticationException)
                {
                    // The sender hung up, or did not trust the certificate.
                }
            }
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task TakeAsync(TcpClient client)
    {
        await using var stream = await OpenAsync(client);
        for (var count = 0; await LengthAsync(stream) is { } length; count++)
        {
            if (count == HangsUpAfter)
            {
                client.Client.Close(timeout: 0);
                return;
            }

            var message = new byte[length];
            await stream.ReadExactlyAsync(message, stop.Token);
            messages.Enqueue(Encoding.UTF8.GetString(message));
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (certificate is null)
        {
            return client.GetStream();
        }

        var secured = new SslStream(client.GetStream());
        await secured.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = certificate },
            stop.Token
        );
        return secured;
    }

    private async Task<int?> LengthAsync(Stream stream)
    {
        var (digits, one) = (new StringBuilder(), new byte[1]);
        while (await stream.ReadAsync(one, stop.Token) == 1)
        {
            if (one[0] == ' ')
            {
                return int.Parse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
            }

            digits.Append((char)one[0]);
        }

        return null;
    }
}
