//! An open device: pages go in, images come out.
//!
//! Responsible for the commands and for waiting for them. Not responsible for what happens when that fails.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock, mpsc};
use std::time::Duration;

use wgpu::{
    Adapter, BindGroup, BindGroupDescriptor, BindGroupEntry, BindingResource, BufferBinding, BufferSize,
    CommandEncoderDescriptor, ComputePassDescriptor, ComputePipeline, ComputePipelineDescriptor, DeviceDescriptor,
    ErrorFilter, Limits, MapMode, MemoryHints, PollType, Queue, ShaderModuleDescriptor, ShaderSource,
};

use super::plan::{PageLayout, Plan, STEP_BYTES, groups};
use super::pool::{Kind, Lent, Pool};
use super::{AdapterError, Fallback, adapter};
use crate::GreyPyramid;
use crate::sample::{GreyImage, Region, cpu};

/// How long the device may take for the regions of one call. A GPU takes a few milliseconds, software on a busy machine some
/// hundred.
const LONGEST: Duration = Duration::from_secs(30);
/// How long another thread may take to pass on what it heard of our buffers.
const LONGEST_WORD: Duration = Duration::from_secs(5);

/// A page as a device has it, for as long as the page lives.
#[derive(Debug)]
pub(crate) struct PageOnDevice {
    buffer: Lent,
}

/// A device with its shaders and buffers.
#[derive(Debug)]
pub(super) struct Device {
    device: wgpu::Device,
    queue: Queue,
    halve: ComputePipeline,
    fill: ComputePipeline,
    pool: Arc<Pool>,
    /// What one binding may have.
    max_binding: u64,
    /// Why it is of no use any more.
    lost: Arc<OnceLock<String>>,
    uploads: AtomicU64,
}

impl Device {
    /// `max_bytes`: of all buffers.
    ///
    /// # Errors
    /// [`AdapterError::Refused`].
    pub(super) fn open(adapter: &Adapter, max_bytes: u64) -> Result<Self, AdapterError> {
        let refused =
            |message: String| AdapterError::Refused { adapter: adapter::described(&adapter.get_info()), message };
        let has = adapter.limits();
        // Addresses in the shaders have 32 bits.
        let max_binding = has.max_storage_buffer_binding_size.min(has.max_buffer_size).min(1 << 31) & !3;
        let required_limits = Limits {
            max_storage_buffer_binding_size: has.max_storage_buffer_binding_size,
            max_buffer_size: has.max_buffer_size,
            ..Limits::downlevel_defaults()
        };
        let descriptor = DeviceDescriptor {
            label: Some("liasse"),
            required_limits,
            memory_hints: MemoryHints::Performance,
            ..DeviceDescriptor::default()
        };
        let (device, queue) =
            pollster::block_on(adapter.request_device(&descriptor)).map_err(|error| refused(error.to_string()))?;
        let lost = Arc::new(OnceLock::new());
        let of = Arc::clone(&lost);
        device.set_device_lost_callback(move |reason, message| {
            // The first reason is the one that counts.
            let _ = of.set(format!("the device was lost ({reason:?}): {message}"));
        });
        let of = Arc::clone(&lost);
        device.on_uncaptured_error(Arc::new(move |error: wgpu::Error| {
            let _ = of.set(error.to_string());
        }));
        let scope = device.push_error_scope(ErrorFilter::Validation);
        let pipeline = |entry, source: &str| {
            let source = ShaderSource::Wgsl(source.into());
            let module = device.create_shader_module(ShaderModuleDescriptor { label: Some(entry), source });
            device.create_compute_pipeline(&ComputePipelineDescriptor {
                label: Some(entry),
                layout: None,
                module: &module,
                entry_point: Some(entry),
                compilation_options: Default::default(),
                cache: None,
            })
        };
        let (halve, fill) =
            (pipeline("halve", include_str!("halve.wgsl")), pipeline("fill", include_str!("sample.wgsl")));
        if let Some(error) = pollster::block_on(scope.pop()) {
            return Err(refused(error.to_string()));
        }
        let pool = Pool::new(device.clone(), max_bytes, max_binding);
        Ok(Self { device, queue, halve, fill, pool, max_binding, lost, uploads: AtomicU64::new(0) })
    }

    /// The images of regions. The page is brought to the device with the first call for it and stays there as long as it lives.
    ///
    /// # Errors
    /// [`Fallback`] when the device cannot make them.
    pub(super) fn sample(&self, page: &GreyPyramid, regions: &[Region]) -> Result<Vec<GreyImage>, Fallback> {
        if self.lost.get().is_some() {
            return Err(Fallback::NoDevice);
        }
        let filters = [ErrorFilter::Internal, ErrorFilter::Validation, ErrorFilter::OutOfMemory];
        let scopes = filters.map(|filter| self.device.push_error_scope(filter));
        let images = self.run(page, regions);
        // All of them are popped, the last pushed first.
        let errors: Vec<_> = scopes.into_iter().rev().filter_map(|scope| pollster::block_on(scope.pop())).collect();
        match errors.first() {
            Some(wgpu::Error::OutOfMemory { .. }) => Err(Fallback::OutOfMemory),
            Some(error) => Err(self.lose(error.to_string())),
            None => images,
        }
    }

    /// From now on the device is of no use.
    pub(super) fn lose(&self, why: String) -> Fallback {
        match self.lost.set(why.clone()) {
            Ok(()) => Fallback::Lost { why },
            Err(_) => Fallback::NoDevice,
        }
    }

    fn run(&self, page: &GreyPyramid, regions: &[Region]) -> Result<Vec<GreyImage>, Fallback> {
        let otherwise = |region: &Region| cpu::sample(page, region);
        let layout = PageLayout::of(page);
        let plan = Plan::new(page, &layout, regions, self.max_binding)?;
        if plan.groups == 0 {
            return Ok(plan.images(regions, &[], otherwise));
        }
        let resident = page.on_device().get().filter(|resident| resident.buffer.is_of(&self.pool));
        let (resident, staging) = match resident {
            Some(resident) => (Arc::clone(resident), None),
            None => {
                let (resident, staging) = self.upload(page, &layout)?;
                (Arc::new(resident), Some(staging))
            }
        };
        let tables = self.pool.lend(Kind::Tables, plan.tables.len() as u64)?;
        self.queue.write_buffer(&tables, 0, &plan.tables);
        let images = self.pool.lend(Kind::Images, plan.bytes)?;
        let mut readback = self.pool.lend(Kind::Readback, plan.bytes)?;

        let mut encoder = self.device.create_command_encoder(&CommandEncoderDescriptor::default());
        if let Some(staging) = &staging {
            staging.unmap();
            encoder.copy_buffer_to_buffer(staging, 0, &resident.buffer, 0, layout.uploaded());
        }
        {
            let mut pass = encoder.begin_compute_pass(&ComputePassDescriptor::default());
            let mut dispatch = |pipeline: &ComputePipeline, bindings: &BindGroup, count| {
                let (x, y) = groups(count);
                pass.set_pipeline(pipeline);
                pass.set_bind_group(0, bindings, &[]);
                pass.dispatch_workgroups(x, y, 1);
            };
            if staging.is_some() {
                for (at, count) in &plan.steps {
                    let bindings = [(&*resident.buffer, 0, layout.bytes), (&*tables, *at, STEP_BYTES)];
                    dispatch(&self.halve, &self.bound(&self.halve, &bindings), *count);
                }
            }
            let bindings = [
                (&*resident.buffer, 0, layout.bytes),
                (&*tables, plan.regions.0, plan.regions.1),
                (&*tables, plan.tiles.0, plan.tiles.1),
                (&*images, 0, plan.bytes),
            ];
            dispatch(&self.fill, &self.bound(&self.fill, &bindings), plan.groups);
        }
        encoder.copy_buffer_to_buffer(&images, 0, &readback, 0, plan.bytes);
        let submission = self.queue.submit([encoder.finish()]);
        let mapped = [Some((&*readback, MapMode::Read)), staging.as_deref().map(|staging| (staging, MapMode::Write))];
        self.wait(submission, mapped.into_iter().flatten())?;
        if let Some(mut staging) = staging {
            staging.settled();
            self.uploads.fetch_add(1, Ordering::Relaxed);
            // Where two calls brought the same page, one of them is enough.
            let _ = page.on_device().set(resident);
        }
        let view = readback.get_mapped_range(0..plan.bytes).map_err(|error| self.lose(error.to_string()))?;
        let made = plan.images(regions, &view, otherwise);
        drop(view);
        readback.unmap();
        readback.settled();
        Ok(made)
    }

    /// A buffer for the page, and the page itself on its way there.
    fn upload(&self, page: &GreyPyramid, layout: &PageLayout) -> Result<(PageOnDevice, Lent), Fallback> {
        let buffer = self.pool.lend(Kind::Page, layout.bytes)?;
        let staging = self.pool.lend(Kind::Staging, layout.uploaded())?;
        let mut view =
            staging.get_mapped_range_mut(0..layout.uploaded()).map_err(|error| self.lose(error.to_string()))?;
        let pixels = page.raster().data();
        view.slice(..pixels.len()).copy_from_slice(pixels);
        drop(view);
        Ok((PageOnDevice { buffer }, staging))
    }

    fn bound(&self, pipeline: &ComputePipeline, buffers: &[(&wgpu::Buffer, u64, u64)]) -> BindGroup {
        let bindings = buffers.iter().map(|&(buffer, offset, size)| {
            BindingResource::Buffer(BufferBinding { buffer, offset, size: BufferSize::new(size) })
        });
        let entries: Vec<_> =
            (0..).zip(bindings).map(|(binding, resource)| BindGroupEntry { binding, resource }).collect();
        let layout = pipeline.get_bind_group_layout(0);
        self.device.create_bind_group(&BindGroupDescriptor { label: None, layout: &layout, entries: &entries })
    }

    /// Waits until a submission is done and these buffers of it are mapped.
    fn wait<'a>(
        &self,
        submission: wgpu::SubmissionIndex,
        buffers: impl Iterator<Item = (&'a wgpu::Buffer, MapMode)>,
    ) -> Result<(), Fallback> {
        let (tell, told) = mpsc::channel();
        for (buffer, mode) in buffers {
            let tell = tell.clone();
            buffer.map_async(mode, .., move |mapped| {
                // Nobody listens any more when this took too long.
                let _ = tell.send(mapped);
            });
        }
        drop(tell);
        let wait = PollType::Wait { submission_index: Some(submission), timeout: Some(LONGEST) };
        self.device.poll(wait).map_err(|error| self.lose(error.to_string()))?;
        loop {
            // Another thread's poll may have come upon our buffers and be about to say so.
            match told.recv_timeout(LONGEST_WORD) {
                Ok(Ok(())) => {}
                Ok(Err(error)) => return Err(self.lose(error.to_string())),
                Err(mpsc::RecvTimeoutError::Disconnected) => return Ok(()),
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    return Err(self.lose("a finished buffer was never mapped".to_owned()));
                }
            }
        }
    }

    /// Pages that were brought to the device so far.
    pub(super) fn uploads(&self) -> u64 {
        self.uploads.load(Ordering::Relaxed)
    }

    /// What one buffer may have.
    #[cfg(test)]
    pub(super) const fn largest(&self) -> u64 {
        self.max_binding
    }

    /// Of all buffers.
    pub(super) fn bytes(&self) -> u64 {
        self.pool.bytes()
    }

    /// Takes the device away, as a driver does.
    #[cfg(test)]
    pub(super) fn destroy(&self) {
        self.device.destroy();
    }
}
